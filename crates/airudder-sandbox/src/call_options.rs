//! One option for every question that what is known of calls and of pushes leaves open.

use std::time::Duration;

use crate::choice::choice;

choice! {
    /// Which field of a call names the number; public clients read none.
    CallNumber {
        /// None.
        Absent = "absent",
        /// `Mobile`, as it was sent.
        Mobile = "mobile",
        /// `CalleeNumber`, as it was sent.
        Callee = "callee",
        /// `Dest`, which no client has heard of, with its digits only.
        Odd = "odd",
    }
}

choice! {
    /// How a call repeats the lead's `Comments`.
    CallComments {
        /// As they were sent.
        AsSent = "as-sent",
        /// With a blank behind them, as the example of a refused lead has.
        TrailingBlank = "trailing-blank",
        /// Not at all.
        Absent = "absent",
    }
}

choice! {
    /// The order of a task's calls in an answer.
    CallOrder {
        /// The order of the leads.
        AsSent = "as-sent",
        /// The last lead first.
        Reversed = "reversed",
        /// Another one for each task, and every second.
        Shuffled = "shuffled",
    }
}

choice! {
    /// Which calls are in an answer.
    CallsListed {
        /// All.
        All = "all",
        /// Only those whose number was dialled already.
        Dialled = "dialled",
    }
}

choice! {
    /// What `CallStartTime` and `CallEndTime` enclose.
    CallTimes {
        /// The last dial: ringing and talk.
        Dial = "dial",
        /// The talk; both are empty where nobody answered.
        Talk = "talk",
    }
}

choice! {
    /// How the words of `RingType` are written.
    RingWords {
        /// `no_answer`.
        Snake = "snake",
        /// `No answer`.
        Plain = "plain",
    }
}

choice! {
    /// How long numbers ring and people talk, save numbers with a fate of their own.
    TalkLength {
        /// A minute lasts one `call-duration`, and no dial lasts longer than that.
        Bounded = "bounded",
        /// As long as it would.
        Plausible = "plausible",
    }
}

choice! {
    /// The order in which pushes are sent.
    PushOrder {
        /// As the calls end.
        AsEnded = "as-ended",
        /// Not before the task has ended, and then its own first and that of the first call last.
        Reversed = "reversed",
    }
}

/// How the calls of a task are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CallAnswer {
    /// Which field names the number.
    pub number: CallNumber,
    /// How the comments are repeated.
    pub comments: CallComments,
    /// In which order calls stand.
    pub order: CallOrder,
    /// Which calls stand there.
    pub listed: CallsListed,
    /// Whether a call to a number that was never sent stands among them.
    pub stranger: bool,
    /// What start and end enclose.
    pub times: CallTimes,
    /// How the words of `RingType` are written.
    pub ring_words: RingWords,
}

/// What is pushed when a number or a task has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PushOptions {
    /// Whether anything is; an address is needed too, see [`crate::Settings::push_to`].
    pub sent: bool,
    /// How long after the end. The clock counts it.
    pub delay: Duration,
    /// Whether each is sent twice.
    pub twice: bool,
    /// In which order.
    pub order: PushOrder,
}
