page-title = Find and replace: { $name }
heading = Find and replace
back-to-review = Back to the review
column = Column
find = Find
replace-with = Replace with
find-cells = Find cells
none-contains = No cell of { $field } contains “{ $find }”.
would-stay = { $count ->
    [one] { $count } cell of { $field } would stay as before.
   *[other] { $count } cells of { $field } would stay as before.
}
replace-in = { $count ->
    [one] Replace in { $count } cell
   *[other] Replace in { $count } cells
}
cancel = Cancel
removes = Removes “{ $find }” from { NUMBER($count) } of { NUMBER($all) } cells of { $field }.
replaces = Replaces “{ $find }” with “{ $with }” in { NUMBER($count) } of { NUMBER($all) } cells of { $field }.
row = Row
before = Before
after = After
first-cells = { $count ->
    [one] The first { $count } cell:
   *[other] The first { $count } cells:
}
first-that-change = The first cells that change
