# What is said of one's own session, password and second factors.
session-ended-meanwhile = Your session has ended meanwhile. Sign in again.
session-ended-already = This session has already ended.
other-password = This is not your current password. Enter it again.
password-changed-meanwhile = Your password was changed meanwhile. Sign in with the new one.
confirm-first = Nothing was changed: confirm that it is you first, then do this again.
factor-owed = You need a second factor. Set one up first.
codes-need-factor = Set up a second factor first: recovery codes stand in for one.
factor-removed-already = This second factor was removed already.
factor-needed-by-role = You need a second factor. Add another one first, then remove this one.
factor-needed-by-password = Without a second factor your password needs at least 15 characters. Change your password first, then remove this second factor.
