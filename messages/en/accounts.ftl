page-title = Accounts
none-title = You have no role in an account
none = Ask an administrator to give you one. Then load this page again.
load-again = Load again
tasks-today = { $count ->
    [one] { $count } task today
   *[other] { $count } tasks today
}
open-drafts = { $count ->
    [one] { $count } open draft
   *[other] { $count } open drafts
}
holidays-missing = Holidays of { $year } are missing
