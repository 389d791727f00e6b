//! What a filter of calls says, in words.

use super::CallQuery;
use crate::numbers::join_with_and;

impl CallQuery {
    /// What is asked for, as a person would say it: `All calls`, or `Calls in Interested or Call back, of batch 2`. `letters` and
    /// `robots` are those of the task, each with its name.
    pub fn words(&self, letters: &[(String, String)], robots: &[(String, String)]) -> String {
        let mut parts = Vec::new();
        if !self.groups.is_empty() {
            let groups: Vec<&str> = self.groups.iter().map(|group| group.label()).collect();
            parts.push(format!("in {}", groups.join(" or ")));
        }
        parts.extend(
            self.stage
                .map(|stage| format!("that count as {}", stage.label().to_lowercase())),
        );
        if !self.letter.is_empty() {
            let named = letters
                .iter()
                .find(|(letter, _)| letter.eq_ignore_ascii_case(&self.letter));
            let words = named.map_or(&self.letter, |(_, words)| words);
            parts.push(format!("with the result “{words}”"));
        }
        parts.extend(self.batch.map(|batch| format!("of batch {batch}")));
        if !self.robot.is_empty() {
            let named = robots.iter().find(|(id, _)| *id == self.robot);
            let name = named.map_or(&self.robot, |(_, name)| name);
            parts.push(format!("by the robot {name}"));
        }
        parts.extend(
            self.ring
                .map(|ring| format!("that rang “{}”", ring.label())),
        );
        parts.extend(
            self.hour
                .map(|hour| format!("last dialled in the hour from {}", hour.words())),
        );
        parts.extend(
            self.talk
                .map(|talk| format!("with a talk time of {}", talk.label().to_lowercase())),
        );
        if !self.q.trim().is_empty() {
            parts.push(format!("with “{}”", self.q.trim()));
        }
        match parts.is_empty() {
            true => "All calls".to_owned(),
            false => format!("Calls {}", join_with_and(&parts)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::results::classify::CallGroup;
    use crate::results::talk::TalkClass;
    use crate::views::CallStage;

    #[test]
    fn each_part_of_a_filter_is_said() {
        let letters = [("A".to_owned(), "A: Interested".to_owned())];
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
            query.words(&letters, &robots),
            "Calls in Interested or Call back, that count as reached, with the result “A: Interested”, of batch 2, by the robot Vouchers, last dialled in the hour from 27 Nov 2026, 09:00, with a talk time of 10 to 29 s and with “4417”"
        );
        assert_eq!(CallQuery::default().words(&letters, &robots), "All calls");
        let third = CallQuery {
            page: 3,
            ..CallQuery::default()
        };
        assert_eq!(third.words(&letters, &robots), "All calls");
    }
}
