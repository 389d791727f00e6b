//! One option for every question that the provider's documentation leaves open, and for the simulator's own pace.

use std::time::Duration;

use crate::call_options::{CallAnswer, PushOptions, TalkLength};
use crate::choice::choice;

choice! {
    /// What `n` is in `Details[n]` for the first lead; the documentation does not say.
    IndexBase {
        /// The first lead is `Details[0]`.
        Zero = "zero",
        /// The first lead is `Details[1]`.
        One = "one",
    }
}

choice! {
    /// What `data.TaskID` is when no task was made; the documentation does not say.
    NothingMade {
        /// The key is not there.
        Absent = "absent",
        /// The key is there and `null`.
        Null = "null",
        /// The key is there and `""`.
        Empty = "empty",
    }
}

choice! {
    /// What `data.detail_error_list` is when every lead is good; it is documented as optional.
    EmptyList {
        /// The key is not there.
        Absent = "absent",
        /// The key is there and `null`.
        Null = "null",
        /// The key is there and `[]`.
        Empty = "empty",
    }
}

choice! {
    /// Where the text of a failure stands; the documentation does not show a failure's body.
    ErrorText {
        /// In `message`; `status` is then the word `ERROR`.
        Message = "message",
        /// In `msg`; `status` is then the word `ERROR`.
        Msg = "msg",
        /// In `status` itself.
        Status = "status",
    }
}

choice! {
    /// The HTTP status of a failure. The documentation says 200 for a refused task.
    ErrorHttp {
        /// HTTP 200; only the body's `code` tells.
        Always200 = "200",
        /// The HTTP status is the body's `code`.
        SameAsCode = "code",
    }
}

/// How a refusal looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ErrorShape {
    /// Where its text stands.
    pub text: ErrorText,
    /// The HTTP status it comes with.
    pub http: ErrorHttp,
}

choice! {
    /// How a missing, wrong or expired token is refused.
    BadToken {
        /// HTTP 401, and `code` 401 in the body.
        Http401 = "http",
        /// HTTP 200, and `code` 401 in the body.
        Body401 = "body",
    }
}

choice! {
    /// What asking for a second token does to the first; the documentation does not say.
    TokenRenewal {
        /// A new token; the old one lives out its 24 hours.
        OldLives = "old-lives",
        /// A new token; the old one is refused from then on.
        OldDies = "old-dies",
        /// The same token again, for 24 hours from now.
        Same = "same",
    }
}

choice! {
    /// How `comments` echoes the lead's `Comments`.
    CommentsEcho {
        /// With a blank behind it, as the documentation's example has.
        TrailingBlank = "trailing-blank",
        /// As it was sent.
        AsSent = "as-sent",
    }
}

choice! {
    /// How `msg` names the number.
    NumberEcho {
        /// Its digits without the plus, as the documentation's example seems to have.
        Digits = "digits",
        /// As it was sent.
        AsSent = "as-sent",
        /// Not at all.
        Absent = "absent",
    }
}

choice! {
    /// What happens to a name that a created task already has.
    DuplicateNames {
        /// The second task is refused.
        Refused = "refused",
        /// A second task of the name is created.
        Accepted = "accepted",
    }
}

choice! {
    /// What `Perform` 1 does when it would create a task of no leads.
    AllRefused {
        /// Nothing is created.
        NothingMade = "nothing",
        /// A task without calls is created.
        EmptyTask = "empty-task",
    }
}

choice! {
    /// The `code` of an answer that returns bad leads; the documentation shows neither such an answer nor an error's.
    RefusedDetails {
        /// 200, as if all were well.
        Code200 = "code-200",
        /// 400 where nothing was created, in the shape of a refusal; the `data` stays.
        FailingCode = "failing-code",
        /// 400 also where a task was created without them.
        FailingCodeAlways = "failing-code-always",
    }
}

choice! {
    /// What an asynchronous creation answers.
    AsyncAnswer {
        /// The task's id.
        WithId = "with-id",
        /// What it answers when nothing was made, though the task exists.
        WithoutId = "without-id",
    }
}

choice! {
    /// Where the array of a list answer stands.
    ListShape {
        /// `{"data":{"List":[…],"Total":n}}`.
        Named = "named",
        /// `{"data":[…]}`.
        Bare = "bare",
        /// `{"data":{"result":{"items":[…]},"page":{"total":n}}}`.
        Nested = "nested",
    }
}

choice! {
    /// How the ids, names and modes of robots and listed tasks are spelt.
    Spelling {
        /// `RobotID`, `RobotName`, `RobotMethod`; `TaskID`, `TaskName`.
        Pascal = "pascal",
        /// `robot_id`, `robot_name`, `mode`; `task_id`, `task_name`.
        Snake = "snake",
        /// `id`, `name`, `mode`.
        Short = "short",
    }
}

/// How the simulator reads what the documentation leaves open, and how fast it lives.
///
/// Durations are real time unless they say that the clock counts them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SandboxOptions {
    /// Whether `Details[n]` counts from 0 or from 1.
    pub index_base: IndexBase,
    /// `data.TaskID` when nothing was made.
    pub nothing_made: NothingMade,
    /// Whether a check (`Perform` 2) answers an id all the same, of a task that does not exist.
    pub check_answers_id: bool,
    /// `data.detail_error_list` when every lead is good.
    pub no_errors: EmptyList,
    /// How `comments` echoes the lead's.
    pub comments_echo: CommentsEcho,
    /// How `msg` names the number.
    pub number_echo: NumberEcho,
    /// How a refusal looks.
    pub error_shape: ErrorShape,
    /// How a bad token is refused.
    pub bad_token: BadToken,
    /// What a second token does to the first.
    pub token_renewal: TokenRenewal,
    /// What happens to a name that is taken.
    pub duplicate_names: DuplicateNames,
    /// What `Perform` 1 does when every lead is refused.
    pub all_refused: AllRefused,
    /// The `code` of an answer that returns bad leads.
    pub refused_details: RefusedDetails,
    /// What an asynchronous creation answers.
    pub async_answer: AsyncAnswer,
    /// Whether the provider's do-not-call pool is arranged for the account; if not, `DncSwitch` true is refused.
    pub dnc_arranged: bool,
    /// Where the array of a list answer stands.
    pub list_shape: ListShape,
    /// How ids and names are spelt in lists.
    pub spelling: Spelling,
    /// How long each create call takes. The task exists from the call's start.
    pub latency: Duration,
    /// How long `sandbox-slow` takes on top of that.
    pub slow: Duration,
    /// How long a call that never answers is kept open before the connection is closed.
    pub hang: Duration,
    /// How often a name that contains `sandbox-429` is told to wait before it is served.
    pub rate_limited_times: u32,
    /// What `Retry-After` says, in whole seconds.
    pub retry_after: Duration,
    /// How long a created task is missing from the task list. The clock counts it.
    pub list_lag: Duration,
    /// How long a task named `sandbox-late` is missing from the task list. The clock counts it.
    pub late_list_lag: Duration,
    /// How the calls of a task are told.
    pub calls: CallAnswer,
    /// What is pushed when a number or a task has ended.
    pub pushes: PushOptions,
    /// How long people are called and talked to.
    pub talk: TalkLength,
    /// How long one dial of a number with a fate of its own lasts; what it is to all others, [`TalkLength`] says. The
    /// clock counts it.
    pub call_duration: Duration,
    /// How long one minute of `RepeatInterval` lasts, so that redials can be watched. The clock counts it.
    pub redial_minute: Duration,
    /// How many numbers of a task are dialled at the same time; 0 counts as 1.
    pub calls_at_once: usize,
}

impl Default for SandboxOptions {
    fn default() -> Self {
        Self {
            index_base: IndexBase::default(),
            nothing_made: NothingMade::default(),
            check_answers_id: false,
            no_errors: EmptyList::default(),
            comments_echo: CommentsEcho::default(),
            number_echo: NumberEcho::default(),
            error_shape: ErrorShape::default(),
            bad_token: BadToken::default(),
            token_renewal: TokenRenewal::default(),
            duplicate_names: DuplicateNames::default(),
            all_refused: AllRefused::default(),
            refused_details: RefusedDetails::default(),
            async_answer: AsyncAnswer::default(),
            dnc_arranged: true,
            list_shape: ListShape::default(),
            spelling: Spelling::default(),
            latency: Duration::ZERO,
            slow: Duration::from_secs(20),
            hang: Duration::from_secs(600),
            rate_limited_times: 2,
            retry_after: Duration::from_secs(2),
            list_lag: Duration::ZERO,
            late_list_lag: Duration::from_secs(45),
            calls: CallAnswer::default(),
            pushes: PushOptions::default(),
            talk: TalkLength::default(),
            call_duration: Duration::from_secs(4),
            redial_minute: Duration::from_secs(1),
            calls_at_once: 100,
        }
    }
}
