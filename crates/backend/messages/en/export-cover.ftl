# The first sheet of a workbook of calls: what the rows are.
about = About
calls = Calls
task = Task
as-of = As of
so-far = So far
rows = Rows
columns = Columns
exported = Exported
dialled = Dialled
reached = Reached
nothing-told = AIRudder has not told anything yet
more-can-come = Not all batches are created yet, so more calls can come.
none-begun = No call was begun.
not-asked = AIRudder is not asked any more.
open = { $calls ->
    [one] { $calls } call is not over yet.
   *[other] { $calls } calls are not over yet.
}
whole-list = Every row of the list, also those that were left out, each with the reason
columns-dropped = Those that were used; the others were dropped after the submission, as the account has chosen
all-columns = All of the list
# A moment as files write it, and the zone that it is in.
moment-in-zone = { $clock } ({ $zone })
