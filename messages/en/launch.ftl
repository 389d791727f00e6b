checking = Checking with AIRudder
nobody-yet = Nobody can be called yet
check = Check with AIRudder
check-again = Check again
complete-settings = Complete the settings
back-to-review = Back to the review
ask-launcher = The draft is ready. Only launchers and administrators can submit it: ask one of them to open this page.
call-me-first = Call me first
confirm-first = Confirm that it is you before people are called. You have not used this browser before, or you last confirmed more than 12 hours ago. Afterwards you return to this page.
confirm = Confirm it is you
# The second person.
approve-only = Approve only
approved = Approved by { $by }, <time>{ $at }</time>. It holds until anything above changes.
not-approved = Not yet. A launcher or an administrator who did not change the draft has to approve it.
changed-by = Changed by
approval = Approval
ask-somebody-else = You changed this draft, so a second person must approve it: a launcher or an administrator who did not change it. Send one of them the address of this page.
copy-address = Copy address
# Outside of the calling rule.
move-to = Move to { $window }
save-reason = Save the reason
# What is confirmed.
batches = Batches
leads = { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
}
robot-says = What the robot says
values-of-first = Values of the first lead called: row { NUMBER($row, useGrouping: "false") }.
values-of-first-named = Values of the first lead called: row { NUMBER($row, useGrouping: "false") }, { $customer }.
says = { $name }: “{ $value }”
says-nothing = { $name }: nothing
empty-in-all = empty in all leads
empty-in = empty in { NUMBER($empty) } of { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }
check-heading = Check
# The element “until” stands for until when the check is good, with the seconds that are left.
checked = Checked <at>{ $at }</at>, <until></until>
