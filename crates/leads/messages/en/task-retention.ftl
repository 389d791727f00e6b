# For how long a task keeps its leads and calls.
not-chosen = Kept without end: this account has not chosen how long leads and calls are kept.
after-last-call = Leads and calls are deleted { $days ->
    [one] { $days } day
   *[other] { $days } days
    } after the last call.
until = Leads and calls are deleted on { $day }. Figures stay.
deleted = Leads and calls were deleted on { $at }, as the account keeps them no longer. Figures stay.
