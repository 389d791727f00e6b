//! The server functions, with what each takes.

/// A function with its arguments, and what each may be; `{draft}` and `{task}` stand for ids.
pub type Function = (&'static str, &'static [(&'static str, &'static str)]);

/// A person whom nobody knows.
const SOMEBODY: &str = "0195b8a0-0000-7000-8000-000000000009";

/// Functions to which forms post. Those that end a draft come last.
pub const FORMS: &[Function] = &[
    ("/api/robots/refresh", &[]),
    (
        "/api/people/role",
        &[("person", SOMEBODY), ("role", "viewer")],
    ),
    ("/api/do-not-call/remove-list", &[("list", SOMEBODY)]),
    ("/api/do-not-call/refuse-outdated", &[("refuse", "true")]),
    ("/api/people/disable", &[("person", SOMEBODY)]),
    ("/api/people/enable", &[("person", SOMEBODY)]),
    ("/api/people/revoke", &[("email", "citra@example.com")]),
    ("/api/profile/end-session", &[("session", "a")]),
    ("/api/profile/end-other-sessions", &[]),
    ("/api/profile/remove-app", &[]),
    ("/api/profile/remove-passkey", &[("passkey", SOMEBODY)]),
    (
        "/api/profile/rename-passkey",
        &[("passkey", SOMEBODY), ("label", "Laptop")],
    ),
    (
        "/api/calling-rules/confirm",
        &[("country", "ID"), ("sector", "finance"), ("version", "7")],
    ),
    (
        "/api/calling-rules/add-holiday",
        &[
            ("country", "ID"),
            ("date", "2026-11-27"),
            ("name", "Election"),
            ("source", "Keppres"),
        ],
    ),
    (
        "/api/calling-rules/remove-holiday",
        &[("country", "ID"), ("date", "2026-11-26")],
    ),
    (
        "/api/drafts/next-window",
        &[("draft", "{draft}"), ("version", "1")],
    ),
    (
        "/api/drafts/reason",
        &[("draft", "{draft}"), ("version", "1"), ("reason", "Agreed")],
    ),
    (
        "/api/drafts/cancel-check",
        &[("draft", "{draft}"), ("back", "/drafts")],
    ),
    (
        "/api/drafts/find-refused",
        &[("draft", "{draft}"), ("version", "1")],
    ),
    (
        "/api/drafts/answer",
        &[
            ("draft", "{draft}"),
            ("version", "1"),
            ("columns[mobile]", "1"),
            ("otherwise[mobile]", "0"),
        ],
    ),
    (
        "/api/drafts/country",
        &[
            ("draft", "{draft}"),
            ("version", "1"),
            ("country", "PH"),
            ("back", "/drafts"),
        ],
    ),
    (
        "/api/drafts/held-back",
        &[
            ("draft", "{draft}"),
            ("version", "1"),
            ("reason", "hidden"),
            ("called", "true"),
        ],
    ),
    (
        "/api/drafts/lead",
        &[
            ("draft", "{draft}"),
            ("row", "2"),
            ("fields[customer]", "Siti"),
        ],
    ),
    (
        "/api/drafts/leave-out",
        &[("draft", "{draft}"), ("row", "2"), ("left_out", "true")],
    ),
    (
        "/api/drafts/keep-row",
        &[("draft", "{draft}"), ("row", "3"), ("back", "/drafts")],
    ),
    (
        "/api/drafts/bulk-fix",
        &[
            ("draft", "{draft}"),
            ("bulk_fix", "leave_out:mobile.no_number"),
            ("back", "/drafts"),
        ],
    ),
    (
        "/api/drafts/replace",
        &[
            ("draft", "{draft}"),
            ("version", "1"),
            ("field", "customer"),
            ("find", "Budi"),
            ("with", "Badu"),
            ("back", "/drafts"),
        ],
    ),
    (
        "/api/drafts/step",
        &[
            ("draft", "{draft}"),
            ("again", "false"),
            ("back", "/drafts"),
        ],
    ),
    (
        "/api/drafts/repeats",
        &[
            ("draft", "{draft}"),
            ("keep", "first"),
            ("leave_out_recent", "true"),
        ],
    ),
    (
        "/api/drafts/reading",
        &[
            ("draft", "{draft}"),
            ("version", "1"),
            ("encoding", "UTF-8"),
            ("sheet", "Leads"),
        ],
    ),
    (
        "/api/drafts/check",
        &[
            ("draft", "{draft}"),
            ("version", "1"),
            ("keep", "last"),
            ("leave_out_recent", "true"),
            ("launch", "true"),
        ],
    ),
    (
        "/api/drafts/launch",
        &[
            ("draft", "{draft}"),
            ("version", "1"),
            ("keep", "last"),
            ("leave_out_recent", "true"),
        ],
    ),
    (
        "/api/drafts/submit",
        &[
            ("draft", "{draft}"),
            ("version", "1"),
            ("form_key", "x"),
            ("without_refused", "true"),
            ("shown", "x"),
        ],
    ),
    (
        "/api/drafts/approve",
        &[
            ("draft", "{draft}"),
            ("version", "1"),
            ("form_key", "x"),
            ("shown", "x"),
            ("without_refused", "true"),
        ],
    ),
    (
        "/api/drafts/call-me",
        &[
            ("draft", "{draft}"),
            ("version", "1"),
            ("row", "2"),
            ("number", "+62812335088"),
            ("form_key", "0195b8a0-0000-7000-8000-00000000000a"),
            ("at_night", "true"),
        ],
    ),
    (
        "/api/robots/call-me",
        &[
            ("robot", "r"),
            ("line", "line-a"),
            ("number", "+62812335088"),
            ("form_key", "0195b8a0-0000-7000-8000-00000000000b"),
            ("values[extra_a]", "x"),
            ("at_night", "true"),
        ],
    ),
    (
        "/api/own-number",
        &[("number", "+62812335088"), ("back", "/drafts")],
    ),
    ("/api/tasks/refresh", &[("task", "{task}")]),
    ("/api/tasks/count-again", &[("task", "{task}")]),
    ("/api/tasks/stop-rest", &[("task", "{task}")]),
    (
        "/api/tasks/stop-calling",
        &[("task", "{task}"), ("batch", "1")],
    ),
    (
        "/api/tasks/cancel-number",
        &[("task", "{task}"), ("row", "2"), ("back", "")],
    ),
    ("/api/tasks/cancel-again", &[("task", "{task}")]),
    (
        "/api/tasks/mark-done",
        &[("task", "{task}"), ("back", "/tasks?state=needs_attention")],
    ),
    (
        "/api/tasks/needs-attention",
        &[("task", "{task}"), ("back", "/tasks")],
    ),
    (
        "/api/tasks/follow-up",
        &[
            ("task", "{task}"),
            ("draft", "0192a000-0000-7000-8000-000000000001"),
            ("without_refused", "true"),
        ],
    ),
    ("/api/drafts/discard", &[("draft", "{draft}")]),
    ("/api/drafts/restore", &[("draft", "{draft}")]),
];

/// As [`FORMS`], of a part of a task.
pub const OF_PARTS: &[Function] = &[
    (
        "/api/tasks/send-again",
        &[("task", "{task}"), ("batch", "1"), ("reason", "Agreed")],
    ),
    ("/api/tasks/give-up", &[("task", "{task}"), ("batch", "1")]),
];

/// As [`FORMS`], of functions that only read and are asked by scripts.
pub const READS: &[Function] = &[
    ("/api/provider-down", &[]),
    ("/api/drafts/form", &[("draft", "{draft}")]),
    ("/api/drafts/progress", &[("draft", "{draft}")]),
    ("/api/tasks/progress", &[("task", "{task}")]),
    ("/api/tasks/results-progress", &[("task", "{task}")]),
    ("/api/tasks/partials", &[("task", "{task}")]),
];

/// The one that takes JSON.
pub const EDIT: &str = "/api/drafts/edit";
