//! What a filter of calls says, in words.

use localization::Message;

use super::CallQuery;
use crate::messages::call_filters as texts;
use crate::results::classify::CallGroup;

impl CallQuery {
    /// What is asked for, as a list of conditions: `All calls`, or `Groups: Interested and Call back · Batch: 2`. `letters` and `robots` are
    /// those of the task, each with its name.
    pub fn words(&self, letters: &[(String, Message)], robots: &[(String, String)]) -> Message {
        let mut parts = Vec::new();
        parts.extend(of_groups(&self.groups));
        parts.extend(self.stage.map(|stage| texts::stage(stage.label())));
        if !self.letter.is_empty() {
            let named = letters
                .iter()
                .find(|(letter, _)| letter.eq_ignore_ascii_case(&self.letter));
            parts.push(match named {
                Some((_, words)) => texts::result(words.clone()),
                None => texts::result(&self.letter),
            });
        }
        parts.extend(self.batch.map(texts::batch));
        if !self.robot.is_empty() {
            let named = robots.iter().find(|(id, _)| *id == self.robot);
            parts.push(texts::robot(named.map_or(&self.robot, |(_, name)| name)));
        }
        parts.extend(self.ring.map(|ring| texts::ring(ring.message())));
        parts.extend(self.hour.map(|hour| texts::hour(hour.message())));
        parts.extend(self.talk.map(|talk| texts::talk(talk.message())));
        if !self.q.trim().is_empty() {
            parts.push(texts::text(self.q.trim()));
        }
        let all = parts.into_iter().reduce(texts::and_next);
        all.unwrap_or_else(texts::all_calls)
    }
}

/// `Groups: Interested and Call back`; nothing of no groups.
fn of_groups(groups: &[CallGroup]) -> Option<Message> {
    match groups {
        [] => None,
        [group] => Some(texts::group(group.label())),
        groups => {
            let names = groups.iter().map(|group| group.label());
            Some(texts::groups(Message::list(names)))
        }
    }
}

#[cfg(test)]
mod tests {
    use localization::Language;

    use super::*;
    use crate::results::ring::RingClass;
    use crate::results::talk::TalkClass;
    use crate::views::CallStage;

    #[test]
    fn each_part_of_a_filter_is_said() {
        let letters = [("A".to_owned(), Message::verbatim("A: Interested"))];
        let robots = [("r1".to_owned(), "Vouchers".to_owned())];
        let query = CallQuery {
            groups: vec![CallGroup::Interested, CallGroup::CallBack],
            stage: Some(CallStage::Reached),
            letter: "a".to_owned(),
            batch: Some(2),
            robot: "r1".to_owned(),
            ring: Some(RingClass::Busy),
            hour: Some("2026-11-27T09".parse().unwrap()),
            talk: Some(TalkClass::Seconds10),
            q: " 4417 ".to_owned(),
            ..CallQuery::default()
        };
        let told = query.words(&letters, &robots);
        assert_eq!(
            Language::ALL.map(|language| told.text(language)),
            [
                "Groups: Interested and Call back · Counts as: Reached · Result: “A: Interested” · Batch: 2 · Robot: Vouchers · Rang: Busy · \
                 Last dial: in the hour from 27 Nov 2026, 09:00 · Talk: 10 to 29 s · Search: “4417”",
                "分组：有意向和回拨 · 计为：已触达 · 意向结果：“A: Interested” · 批次：2 · 机器人：Vouchers · 振铃情况：忙线 · 最后拨打：2026年11月27日 \
                 09:00 起的一小时内 · 通话：10 到 29 秒 · 搜索：“4417”",
                "Grupos: Interesado y Volver a llamar · Cuentan como: Contactadas · Resultado: “A: Interested” · Lote: 2 · Robot: Vouchers · \
                 Al marcar: Ocupado · Última marcación: en la hora a partir del 27 nov 2026, 09:00 · Conversación: De 10 a 29 s · \
                 Búsqueda: “4417”",
                "Grup: Berminat dan Telepon lagi · Dihitung sebagai: Terhubung · Hasil panggilan: “A: Interested” · Kelompok: 2 · Robot: Vouchers · \
                 Saat ditelepon: Sibuk · Panggilan terakhir: dalam satu jam sejak 27 Nov 2026, 09.00 · Percakapan: 10 sampai 29 dtk · \
                 Pencarian: “4417”",
            ]
        );
        let one = CallQuery::of_group(CallGroup::Interested).words(&letters, &robots);
        assert_eq!(one.to_string(), "Group: Interested");
        let all = texts::all_calls();
        assert_eq!(all.to_string(), "All calls");
        assert_eq!(CallQuery::default().words(&letters, &robots), all);
        let third = CallQuery {
            page: 3,
            ..CallQuery::default()
        };
        assert_eq!(third.words(&letters, &robots), all);
    }
}
