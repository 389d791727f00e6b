page-title = Recovery codes
made = Your other sessions have ended. Keep these codes in a safe place: each signs you in once when you do not have your second factor. They are shown only now. Older codes no longer work.
saved = I have saved them
left = { $count ->
    [one] { $count } code is left. Each signs you in once when you do not have your second factor.
   *[other] { $count } codes are left. Each signs you in once when you do not have your second factor.
}
new-codes = New codes replace the old ones and end your other sessions.
make = Make new codes
