# Which calls are asked for, in words: “Calls in Interested or Call back and of batch 2”.
all-calls = All calls
calls = Calls { $filters }
in-groups = in { $groups }
either = { $one } or { $other }
count-as-dialled = that count as dialled
count-as-reached = that count as reached
result = with the result “{ $result }”
batch = of batch { NUMBER($batch, useGrouping: "false") }
robot = by the robot { $robot }
ring = that rang “{ $ring }”
hour = last dialled in the hour from { $hour }
talk = with a talk time of { $talk }
talk-under-10 = with a talk time of under 10 s
text = with “{ $text }”
# How far calls have come.
dialled = Dialled
reached = Reached
