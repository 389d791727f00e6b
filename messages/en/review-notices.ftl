# What is told of changes to the leads of a draft.
nothing-to-change = Nothing to change.
leads-changed = { $count ->
    [one] { $count } lead changed.
   *[other] { $count } leads changed.
}
not-found = No cell of { $field } contains “{ $find }”.
replaced = { $count ->
    [one] Replaced “{ $find }” in { $count } cell of { $field }.
   *[other] Replaced “{ $find }” in { $count } cells of { $field }.
}
kept = { $others ->
    [one] Row { NUMBER($row, useGrouping: "false") } is kept. The other row with its number is left out.
   *[other] Row { NUMBER($row, useGrouping: "false") } is kept. The { NUMBER($others, useGrouping: "false") } other rows with its number are left out.
}
choose-file = Choose the file with the fixed rows.
# Read aloud once leads have been changed on the page.
row-status = Row { NUMBER($row, useGrouping: "false") }: { $status }.
nothing-left = Nothing is left to fix.
page-unchanged = Nothing on this page has changed.
rows-updated = { NUMBER($count) } rows updated.
# What is told of one lead.
row-saved = Row { NUMBER($row, useGrouping: "false") } saved.
row-left-out = Row { NUMBER($row, useGrouping: "false") } left out.
row-included = Row { NUMBER($row, useGrouping: "false") } included again.
undone = Undone: { $step }.
redone = Redone: { $step }.
# What is told of a draft.
approved = Approved. Until anything changes, every launcher can start the calls on this page.
check-cancelled = The check is cancelled.
checked-again = The choice for duplicates was saved. The check is made again.
discarded = { $draft } was discarded.
restored = { $draft } was restored.
file-read-again = File read again. Fixes made before are gone.
