page-title = Columns: { $name }
heading = Match columns
save = Save columns
back-to-review = Back to the review
variables-matched = { $all ->
    [one] { NUMBER($filled) } of { $all } variable of the robot matched
   *[other] { NUMBER($filled) } of { $all } variables of the robot matched
}
matched-as-last-time = Matched as last time, on <time>{ $moment }</time>.
columns-of-file = Columns of the file
column = Column
first-values = First values
fills = Fills
needed = needed
# What a column can be for.
not-used = Not used
robot-says = The robot says
other-fields = Other fields
second-columns = Second columns
no-column = No column
# Fields that no column fills.
needed-without-column = Needed, without a column
one-value = { $field }: one value for every row.
without-column = { $field }: no column.
# The elements are only read aloud.
column-for = Column<hidden> for { $field }</hidden>
or-one-value = or one value for every row<hidden> of { $field }</hidden>
in-every-row = { $field }<hidden> in every row</hidden>
one-value-for-every-row = One value for every row
takes-place-of-column = What you write here takes the place of a column.
# What is told once they are saved.
saved = Columns saved.
count-changed = { $kind }: { NUMBER($after) }, before { NUMBER($before) }.
counts-unchanged = The counts did not change.
replaced = Replaced: { $columns }.
quoted = “{ $header }”
