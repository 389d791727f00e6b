# Rows that are held back, by why: so long as they are, and once a person has said that they are called.
hidden = { $rows ->
    [one] { $rows } row is hidden in the sheet. It is not called.
   *[other] { $rows } rows are hidden in the sheet. They are not called.
}
hidden-called = Rows that are hidden in the sheet are called too.
struck-through = { $rows ->
    [one] { $rows } row is struck through. It is not called.
   *[other] { $rows } rows are struck through. They are not called.
}
struck-through-called = Rows that are struck through are called too.
do-not-call = { $rows ->
    [one] { $rows } row says not to call. It is not called.
   *[other] { $rows } rows say not to call. They are not called.
}
do-not-call-called = Rows that say not to call are called too.
no-consent = { $rows ->
    [one] { $rows } row has no consent. It is not called.
   *[other] { $rows } rows have no consent. They are not called.
}
no-consent-called = Rows that have no consent are called too.
status = { $rows ->
    [one] { $rows } row says the case is closed. It is not called.
   *[other] { $rows } rows say the case is closed. They are not called.
}
status-called = Rows that say the case is closed are called too.
