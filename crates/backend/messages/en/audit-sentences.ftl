# What was done, as the audit log tells it: without a subject, who did it stands beside each sentence.
set-up = Set Coxswain up as the first administrator.
set-up-refused = A set-up key was refused: { $reason }.
signed-in = Signed in.
signed-in-with = Signed in with { $by }.
by-password = a password
by-password-and-app = a password and a code of the authenticator app
by-password-and-recovery-code = a password and a recovery code
by-passkey = a passkey
by-link = a one-time link
by-link-and-app = a one-time link and a code of the authenticator app
by-link-and-recovery-code = a one-time link and a recovery code
sign-in-refused = A sign-in was refused: { $reason }.
sign-in-refused-of-unknown = A sign-in was refused: { $reason } (email { $digest }…).
signed-out = Signed out.
session-ended = Ended the session { $session }.
other-sessions-ended = Ended { $sessions ->
    [one] { $sessions } other session
   *[other] { $sessions } other sessions
    }.
# Why something was refused.
unknown-email = nobody has this email
disabled = the person is disabled
wrong-password = wrong password
wrong-code = wrong code of a second factor
wrong-passkey = wrong passkey, or too late
changed-meanwhile = the password or role was changed meanwhile
too-many-attempts = too many attempts
link-expired = it has expired
link-unknown = it was used, revoked or never made
key-unknown = it is wrong or has expired
# Settings.
secrets-encrypted-anew = Encrypted { $secrets ->
    [one] { $secrets } secret
   *[other] { $secrets } secrets
    } with a new key.
account-made = Added the account “{ $name }”.
credentials-changed = Changed the account’s AIRudder credentials.
holiday-added = Added the holiday { $date }, “{ $name }”, of { $country }.
holiday-removed = Removed the holiday { $date }, “{ $name }”, of { $country }.
push-address-made = Made an address for AIRudder’s pushes.
# People. Roles are those in a sentence.
as-viewer = { -viewer }
as-preparer = { -preparer }
as-launcher = { -launcher }
as-administrator = { -administrator }
no-role = no role
person-added = Added a person as { $role }.
person-invited = Invited { $email } as { $role }.
invitation-revoked = Revoked the invitation for { $email }.
invitation-accepted = Accepted an invitation as { $role }.
role-changed = Changed a role from { $old } to { $new }.
person-disabled = Disabled a person.
person-enabled = Enabled a person.
reset-started = Started a password reset.
reset-used = Chose a new password by a reset link.
link-refused = A one-time link was refused: { $reason }.
name-changed = Changed their name.
password-changed = Changed their password.
password-change-refused = Failed to confirm their identity: { $reason }.
confirmed = Confirmed their identity.
app-added = Set up an authenticator app.
app-removed = Removed their authenticator app.
passkey-added = Added a passkey.
passkey-removed = Removed a passkey.
recovery-codes-made = Made new recovery codes.
factors-removed = Removed all second factors of a person.
# Lists and drafts.
list-uploaded = Uploaded a list with { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
    } (SHA-256 { $digest }…).
fixed-rows-uploaded = Uploaded fixed rows, which changed { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
    } (SHA-256 { $digest }…).
check-started = Started a check of { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }; { $fixed ->
    [one] { $fixed } row
   *[other] { $fixed } rows
    } fixed by hand.
check-cancelled = Cancelled a check.
draft-discarded = Discarded a draft with { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }.
draft-restored = Restored a draft.
# What calls people, and what stops it.
approved = Approved the launch of { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }.
# The last three are 1 where it is so, and 0 otherwise.
submitted = Submitted { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }{ $refused ->
    [0] { "" }
    [one] , without { $refused } refused
   *[other] , without { $refused } refused
    }{ $at-night ->
    [one] , to be called at night
   *[other] { "" }
    }{ $outside-rule ->
    [one] , to be called outside of the calling rule
   *[other] { "" }
    }{ $approved ->
    [one] , as a second person approved
   *[other] { "" }
    }.
submitted-test = Submitted a test: one call of their own number.
rule-overridden = Gave a reason to call outside of { $rule }.
rule-overridden-for-batch = Gave a reason to call with batch { NUMBER($batch, useGrouping: "false") } outside of { $rule }.
batch-sent-again = Sent batch { NUMBER($batch, useGrouping: "false") } again.
batch-given-up = Gave up batch { NUMBER($batch, useGrouping: "false") }.
batch-stopped = Stopped batch { NUMBER($batch, useGrouping: "false") }.
stop-wanted = Asked AIRudder to stop { $batches ->
    [one] { $batches } batch
   *[other] { $batches } batches
    }.
stop-wanted-of-batch = Asked AIRudder to stop batch { NUMBER($batch, useGrouping: "false") }.
cancel-wanted = Asked AIRudder to cancel the number of row { NUMBER($row, useGrouping: "false") }.
cancels-wanted-again = Asked AIRudder again to cancel { $numbers ->
    [one] { $numbers } number
   *[other] { $numbers } numbers
    }.
marked-done = Marked a task as done.
needs-attention-again = Took back that a task is done.
# Looks at personal data. Digits are 0 where nothing was searched for.
lead-shown = Looked at one lead by itself{ $digits ->
    [0] { "" }
    [one] , found by { $digits } digit of a number
   *[other] , found by { $digits } digits of a number
    }.
lead-of-row-shown = Looked at one lead by itself (row { NUMBER($row, useGrouping: "false") } of the list){ $digits ->
    [0] { "" }
    [one] , found by { $digits } digit of a number
   *[other] , found by { $digits } digits of a number
    }.
lead-of-rows-shown = Looked at one lead by itself (rows { NUMBER($first) } to { NUMBER($last) } of the list){ $digits ->
    [0] { "" }
    [one] , found by { $digits } digit of a number
   *[other] , found by { $digits } digits of a number
    }.
leads-shown = Looked at { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    } of a draft{ $digits ->
    [0] { "" }
    [one] , found by { $digits } digit of a number
   *[other] , found by { $digits } digits of a number
    }.
leads-of-row-shown = Looked at { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    } of a draft (row { NUMBER($row, useGrouping: "false") } of the list){ $digits ->
    [0] { "" }
    [one] , found by { $digits } digit of a number
   *[other] , found by { $digits } digits of a number
    }.
leads-of-rows-shown = Looked at { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    } of a draft (rows { NUMBER($first) } to { NUMBER($last) } of the list){ $digits ->
    [0] { "" }
    [one] , found by { $digits } digit of a number
   *[other] , found by { $digits } digits of a number
    }.
columns-shown = Looked at the columns of a list: { $cells ->
    [one] { $cells } cell
   *[other] { $cells } cells
    } with a whole number.
replacement-shown = Looked at what replacing a text would do: { $cells ->
    [one] { $cells } cell
   *[other] { $cells } cells
    } with a whole number.
numbers-shown = Looked at { $numbers ->
    [one] { $numbers } whole number
   *[other] { $numbers } whole numbers
    } of calls.
numbers-of-row-shown = Looked at { $numbers ->
    [one] { $numbers } whole number
   *[other] { $numbers } whole numbers
    } of calls (row { NUMBER($row, useGrouping: "false") } of the list).
numbers-of-rows-shown = Looked at { $numbers ->
    [one] { $numbers } whole number
   *[other] { $numbers } whole numbers
    } of calls (rows { NUMBER($first) } to { NUMBER($last) } of the list).
file-downloaded-whole = Downloaded { $file }: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
    }, with whole numbers.
file-downloaded-masked = Downloaded { $file }: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
    }, with masked numbers.
leads-as-sent = leads as sent
calls = calls
rows-to-fix = rows to fix
number-searched-in-tasks = Searched for { $digits ->
    [one] { $digits } digit
   *[other] { $digits } digits
    } of a number: { $found ->
    [one] { $found } task
   *[other] { $found } tasks
    } found.
number-searched-in-calls = Searched for { $digits ->
    [one] { $digits } digit
   *[other] { $digits } digits
    } of a number: { $found ->
    [one] { $found } call
   *[other] { $found } calls
    } found.
erasure-looked-up = Looked up what is held of a number: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
    }.
number-erased = Erased a number: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
    } in { $accounts ->
    [one] { $accounts } account
   *[other] { $accounts } accounts
    }.
stays-on-list = It stays on the do-not-call list.
# What a role did not allow: what it was is an action such as “work on drafts”.
forbidden = Was not allowed to { $what } as { $role }.
do-this = do this
account-forbidden = Asked for an account in which they have no role.
too-many-checks = Was refused a check: there were too many within an hour.
too-many-downloads = Was refused a file: there were too many within an hour.
too-many-searches = Was refused a search for a number: there were too many within an hour.
log-exported = Exported { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
    } of the audit log.
# Do-not-call lists.
do-not-call-added = Put { $numbers ->
    [one] { $numbers } number
   *[other] { $numbers } numbers
    } on the company’s do-not-call list.
do-not-call-added-from-file = Put { $numbers ->
    [one] { $numbers } number
   *[other] { $numbers } numbers
    } from a file on the company’s do-not-call list{ $rows ->
    [0] { "" }
    [one] ; { $rows } row was not readable
   *[other] ; { $rows } rows were not readable
    } (SHA-256 { $digest }…).
do-not-call-removed = Took a number off the do-not-call list “{ $list }”: { $reason }
do-not-call-searched = Searched the do-not-call lists for a number: { $found ->
    [one] { $found } entry
   *[other] { $found } entries
    }.
do-not-call-list-taken-in = Uploaded the do-not-call list “{ $list }” of { $day } with { $numbers ->
    [one] { $numbers } number
   *[other] { $numbers } numbers
    } (SHA-256 { $digest }…).
do-not-call-list-taken-in-partly = Uploaded the do-not-call list “{ $list }” of { $day } with { $numbers ->
    [one] { $numbers } number
   *[other] { $numbers } numbers
    }, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
    } unreadable (SHA-256 { $digest }…).
do-not-call-list-removed = Removed the do-not-call list “{ $list }” with { $numbers ->
    [one] { $numbers } number
   *[other] { $numbers } numbers
    }.
do-not-call-reapplied = Put { $listed ->
    [one] { $listed } number
   *[other] { $listed } numbers
    } on the company’s do-not-call list again and took { $taken-off ->
    [one] { $taken-off } number
   *[other] { $taken-off } numbers
    } off do-not-call lists again, as the restore journal says.
do-not-call-key-made = Made a new key for the numbers on do-not-call lists.
# Who it was where nobody is known.
command-line = Command line
not-signed-in = Not signed in
