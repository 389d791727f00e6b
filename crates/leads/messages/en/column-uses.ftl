# What columns of a list are for, and columns without a header.
column = Column { NUMBER($place, useGrouping: "false") }
variable = { $name } ({ $field })
joined = Second column of { $field }
otherwise = Used where { $field } is empty
quoted = “{ $column }”
chosen-twice = “{ $column }” is chosen for { $one } and for { $other }. Choose it for one of them.
contested = { $use }: { $columns } are chosen. Choose one.
contested-or-second = { $use }: { $columns } are chosen. Choose one, or “{ $second }” for the other.
contested-and-second = { $use }: { $columns } are chosen. Choose one, and “{ $second }” for one other at most.
