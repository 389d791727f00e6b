//! What a filter of calls says, in words.

use localization::Message;

use super::{CallQuery, CallStage};
use crate::messages::call_filters as texts;
use crate::results::classify::CallGroup;
use crate::results::talk::TalkClass;

impl CallQuery {
    /// What is asked for, as a person would say it: `All calls`, or `Calls in Interested or Call back, of batch 2`. `letters` and
    /// `robots` are those of the task, each with its name.
    pub fn words(&self, letters: &[(String, Message)], robots: &[(String, String)]) -> Message {
        let mut parts = Vec::new();
        parts.extend(any_of(&self.groups).map(texts::in_groups));
        parts.extend(self.stage.map(|stage| match stage {
            CallStage::Dialled => texts::count_as_dialled(),
            CallStage::Reached => texts::count_as_reached(),
        }));
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
        parts.extend(self.talk.map(|talk| match talk {
            TalkClass::Seconds0 => texts::talk_under_10(),
            talk => texts::talk(talk.message()),
        }));
        if !self.q.trim().is_empty() {
            parts.push(texts::text(self.q.trim()));
        }
        match parts.is_empty() {
            true => texts::all_calls(),
            false => texts::calls(Message::list(parts)),
        }
    }
}

/// `Interested or Call back`; nothing of no groups.
fn any_of(groups: &[CallGroup]) -> Option<Message> {
    let names = groups.iter().map(|group| group.label());
    names.reduce(texts::either)
}

#[cfg(test)]
mod tests {
    use localization::Language;

    use super::*;

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
            hour: Some("2026-11-27T09".parse().unwrap()),
            talk: Some(TalkClass::Seconds10),
            q: " 4417 ".to_owned(),
            ..CallQuery::default()
        };
        assert_eq!(
            query.words(&letters, &robots).text(Language::Spanish),
            "Llamadas en Interesado o Volver a llamar, que cuentan como contactadas, con el resultado “A: Interested”, del lote 2, del robot Vouchers, marcadas por última vez en la hora a partir de 27 nov 2026, 09:00, con la duración “De 10 a 29 s” y con “4417”"
        );
        assert_eq!(
            query.words(&letters, &robots).to_string(),
            "Calls in Interested or Call back, that count as reached, with the result “A: Interested”, of batch 2, by the robot Vouchers, last dialled in the hour from 27 Nov 2026, 09:00, with a talk time of 10 to 29 s and with “4417”"
        );
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
