page-title = Profile
explained = Your name, your password, your second factors and where you are signed in.
back = Back to your profile
you = You
email = Email
role = Role
name = Name
save-name = Save name
name-saved = Name saved.
password = Password
password-explained = A new password ends your other sessions. Invitations and reset links that you made stop working.
current-password = Current password
new-password = New password
change-password = Change password
password-changed = Password changed. Your other sessions have ended.
device = Browser and system
signed-in = Signed in
last-used = Last used
ends = Ends no later than
end = End
sessions = Where you are signed in
sessions-explained = A session ends 12 hours after its last use, or 7 days after you signed in, whichever comes first. “Last used” is accurate to five minutes.
your-sessions = Your sessions
this-session = This session
end-others-question = End all other sessions?
end-others = End all other sessions
end-others-explained = Every browser but this one has to sign in again.
session-ended = Session ended.
sessions-ended = { $count ->
    [one] { $count } session ended.
   *[other] { $count } sessions ended.
}
what = What
when = When
recent = What happened lately
recent-explained = Sign-ins with your email and changes to your sign-in. If one was not you, change your password and tell an administrator.
refused = Refused
by = By { $name }
factors = Second factors
factors-needed = You need a second factor: a passkey or an authenticator app.
factors-explained = A second factor protects your sign-in if somebody learns your password: a passkey or an authenticator app. With one, 8 characters are enough for the password.
add-factor = Add a second factor
factor = Second factor
added = Added
remove = Remove
removing = Your other sessions end. Delete it on your device too.
the-app = the authenticator app
remove-app-question = Remove the authenticator app?
the-passkey = the passkey “{ $label }”
remove-passkey-question = Remove the passkey “{ $label }”?
name-of-passkey = Name of the passkey “{ $label }”
rename-passkey = Rename<hidden> the passkey “{ $label }”</hidden>
never-used = Never
codes-left = { $count ->
    [one] { $count } recovery code is left. Each signs you in once when you do not have your second factor.
   *[other] { $count } recovery codes are left. Each signs you in once when you do not have your second factor.
}
factor-added = Second factor added. Your other sessions have ended.
factor-removed = Second factor removed. Your other sessions have ended.
passkey-renamed = Passkey renamed.
