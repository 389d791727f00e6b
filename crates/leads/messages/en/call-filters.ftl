# Which calls are asked for, as a list of conditions: “Groups: Interested and Call back · Batch: 2”.
all-calls = All calls
# Joins two conditions.
and-next = { $first } · { $next }
group = Group: { $group }
groups = Groups: { $groups }
stage = Counts as: { $stage }
result = Result: “{ $result }”
batch = Batch: { NUMBER($batch, useGrouping: "false") }
robot = Robot: { $robot }
ring = Rang: { $ring }
hour = Last dial: in the hour from { $hour }
talk = Talk: { $talk }
text = Search: “{ $text }”
# How far calls have come.
dialled = Dialled
reached = Reached
