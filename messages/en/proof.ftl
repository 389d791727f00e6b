page-title = Proof of { $task }
heading = Proof of “{ $task }”
made = Made by Coxswain on <time>{ $moment }</time> ({ $zone }). list-with-calls.csv has every row of the list, opt-outs.csv the calls in which somebody asked not to be called again. SHA256SUMS has the digests of these files.
made-after-deletion = Made by Coxswain on <time>{ $moment }</time> ({ $zone }). The list and its calls were deleted: lists-deleted.txt says when. SHA256SUMS has the digests of these files.
sandbox = This task went to the sandbox: nobody was called.
who-and-how = Who and how
account = Account
task = Task
submitted-by = Submitted by
approved-by = Approved by
person-at = { $person }, { $moment }
checked = Checked
checked-at = { $leads ->
    [one] { $moment }: { $leads } lead, of which AIRudder refused { NUMBER($refused) }
   *[other] { $moment }: { $leads } leads, of which AIRudder refused { NUMBER($refused) }
}
checked-by = { $leads ->
    [one] { $moment } by { $person }: { $leads } lead, of which AIRudder refused { NUMBER($refused) }
   *[other] { $moment } by { $person }: { $leads } leads, of which AIRudder refused { NUMBER($refused) }
}
calling-rule = Calling rule
rule-not-known = It is not known which rule was asked.
hours = Hours
not-confirmed-then = Not confirmed at that time
list = The list
file = { $file }, SHA-256 <digest>{ $digest }</digest>
problems = Problems
problem = Problem
leads = Leads
lists-applied = Do-not-call lists applied
lists = Do-not-call lists
lists-not-known = It is not known which lists were applied.
list-name = List
list-of = Of
valid-for = { $days ->
    [one] valid for { $days } day
   *[other] valid for { $days } days
}
was-out-of-date = out of date when it was applied
version = Version
numbers-on-it = Numbers on it
leads-left-out = Leads left out
taken-out-erased = { $leads ->
    [one] { $leads } lead taken out of the batches before they were sent, since their numbers were erased.
   *[other] { $leads } leads taken out of the batches before they were sent, since their numbers were erased.
}
taken-out-do-not-call = { $leads ->
    [one] { $leads } lead taken out of the batches before they were sent, since their numbers were put on a do-not-call list meanwhile.
   *[other] { $leads } leads taken out of the batches before they were sent, since their numbers were put on a do-not-call list meanwhile.
}
lists-at-sending = Do-not-call lists that left out leads after the check
batches = Batches
batch = Batch
status = Status
id-at-provider = Id at AIRudder
digest-of-sent = SHA-256 of what was sent
calls = Calls
no-calls = No call was begun.
counts = { NUMBER($sent) } sent, { NUMBER($dialled) } dialled, { NUMBER($reached) } reached.
opt-outs = { $people ->
    [one] { $people } person asked not to be called again.
   *[other] { $people } people asked not to be called again.
}
group-count = { $group }: { NUMBER($count) }
activity = Activity
when = When
who = Who
what = What
