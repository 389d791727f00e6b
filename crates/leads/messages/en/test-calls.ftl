# Calls of a person’s own number.
own-number = Enter your own number.
long-value = A value has { NUMBER($found, useGrouping: "false") } characters. Shorten it to { NUMBER($most, useGrouping: "false") }.
no-lead = No lead of this list is called. Fix a row, or choose one here.
no-row = This list has no row { NUMBER($row, useGrouping: "false") }. Choose another.
in-row = Row { NUMBER($row, useGrouping: "false") }: { $told }
settings-first = Change the call settings first.
call-now = Call { $number } now
