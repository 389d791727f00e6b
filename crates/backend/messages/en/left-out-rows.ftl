# Why a row of a list was not sent.
not-left-out = Not left out
has-an-error = Has an error
duplicate = Duplicate: another row has the same number
duplicate-of = Duplicate of row { NUMBER($row, useGrouping: "false") }
recent = Called recently in another task
recent-in = In “{ $task }”, { $day }
do-not-call = On a do-not-call list
on-list = On a do-not-call list: { $list }
held-back = Held back
left-out = Left out by a person
