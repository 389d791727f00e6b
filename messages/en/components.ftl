more-than = { NUMBER($number) }+
# What goes on at the server.
leads-processed = { $done } of { $total } leads processed
leads-checked = { $done } of { $total } leads checked
checks-made = { $done } of { $total } checks made
no-answer = Coxswain is not responding. The work continues. Trying again…
reload-page = Reload page
# Buttons.
asks = { $text }…
cancel = Cancel
undo = Undo
copied = Copied
discard = Discard draft
discard-asks = Discard…
# Calls as a bar.
not-known-yet = Not known yet
shares-of-calls = { NUMBER($reached) }% reached, { NUMBER($ended) }% not reached, { NUMBER($open) }% not finished
# Fields and lists.
no-longer-listed = { $choice } (no longer listed)
search = Search
left-out = The address filters by { $what } that Coxswain cannot use. That part of the filter is left out, so more can be shown than it asked for.
good-until = good until <time>{ $moment }</time>
seconds-left = ({ $seconds } s left)
over = (over: check again)
# Pages of a list.
pages = Pages
previous = Previous<hidden> page</hidden>
next = Next<hidden> page</hidden>
none = None
past-the-end = Past the end of { NUMBER($matched) }
one-of = { NUMBER($first) } of { NUMBER($matched) }
some-of = { NUMBER($first) }–{ NUMBER($last) } of { NUMBER($matched) }
# Passkeys.
passkey-exists = This device already has a passkey for Coxswain.
passkey-not-sent = Coxswain could not be reached. Try again.
passkey-not-used = No passkey was used. Try again, or choose another way.
# What a list is for.
purpose = Purpose
purpose-hint = Why these people are called. At most 200 characters.
source = Source of the list
source-hint = Where the numbers are from.
legal-basis = Legal basis
legal-basis-hint = Why they may be called, such as their consent and where it is kept.
# Leads that AIRudder refused.
refused = Leads AIRudder refused
row = Row
mobile = Mobile
reason = Reason
reason-from-airudder = Reason from AIRudder
customer = Customer
# Steps.
steps = Steps
step-done = { $step }<hidden>, done</hidden>
step-failed = { $step }: { $word }
