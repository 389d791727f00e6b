//! Every path of the provider, in one table.
//!
//! The mark says how surely a path is known: **D** the vendor documents it · **C** public clients use it ·
//! **A** assumed, nothing says so. Only D may be called documented.

/// `POST`: obtain a token. D.
pub const AUTH: &str = "/service/cloud/auth";

/// `POST`: create a call task. D.
pub const CREATE_TASK: &str = "/service/cloud/v2/task";

/// `GET`: the robots of the account. The call is documented, this path is assumed (A); public clients use
/// `/service/cloud/robot` (C). The default of [`crate::Config::robot_list_path`].
pub const ROBOT_LIST: &str = "/service/cloud/v2/robot";

/// `GET`: one robot, asked for as `?RobotID=…`. The call is documented, path and parameter are assumed (A).
/// The default of [`crate::Config::robot_detail_path`].
pub const ROBOT_DETAIL: &str = "/service/cloud/v2/robot/detail";

/// `GET`, `?Number=10&Page=1&Type=normal`: the account's tasks, pages counted from 1. C.
pub const TASK_LIST: &str = "/service/cloud/list";

/// `POST {"Action":"Stop","TaskID":"…"}`: stop a task. C.
pub const OPERATION: &str = "/service/cloud/operation";

/// `POST {"TaskID":"…","CalleeNumber":"+…"}`: cancel the call of one number. C.
pub const CANCEL_CALL: &str = "/service/cloud/cancelphonecall";

/// `GET`, `?TaskID=…`: a task's calls. C.
pub const TASK_CALLS: &str = "/service/cloud/detail";
