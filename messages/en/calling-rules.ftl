page-title = Calling rules
explained = When people of a country may be called. For all accounts of this installation. Not legal advice.
back-to-settings = Back to settings
unconfirmed = Some rules came with Coxswain and nobody here has confirmed them. They count all the same. Read the source, ask a lawyer, then confirm or change them.
rules = Rules
country = Country
sector = Sector
rule = Rule
outside = Outside of it
source = Source
confirmation = Confirmed
change = Change
refused = Refused; a second person can approve a reason
warned = Warned; a reason is enough
of = { $country }, { $sector }
this-account = This account
needs-purpose = A task must say what its list is for.
read-on = Read on { $date }. Version { NUMBER($version) }.
change-rule = Change<hidden> the rule for { $rule }</hidden>
confirmed-by = { $by }, <time>{ $at }</time>
not-confirmed = Not confirmed
confirm = Confirm
confirmed = The rule is confirmed.
saved = The rule was saved.
time-changed = The time to call was changed. Check again.
reason-saved = The reason was saved. Nobody was called yet.
planned-outside = { $batches ->
    [one] AIRudder has { $batches } batch that could call at a time the rules no longer allow. AIRudder keeps the time it was given: stop the calls on the task’s page.
   *[other] AIRudder has { $batches } batches that could call at times the rules no longer allow. AIRudder keeps the times it was given: stop the calls on the pages of their tasks.
}
planned-of-task = { $batches ->
    [one] ({ $account }, { $batches } batch)
   *[other] ({ $account }, { $batches } batches)
}
