# The launch: what becomes of the leads of a list, what it asks, what its button does, and how people are called.
called = { $count ->
    [one] { $count } is called
   *[other] { $count } are called
}
to-fix = { $count ->
    [one] { $count } has an error
   *[other] { $count } have errors
}
duplicate = { $count ->
    [one] { $count } is a duplicate
   *[other] { $count } are duplicates
}
recent = { $count ->
    [one] { $count } is
   *[other] { $count } are
    } in a task of the last { $days ->
    [one] { $days } day
   *[other] { $days } days
    }
recent-task = { $count ->
    [one] { $count } is in a recent task
   *[other] { $count } are in a recent task
}
do-not-call = { $count ->
    [one] { $count } is on a do-not-call list
   *[other] { $count } are on a do-not-call list
}
held-back = { $count ->
    [one] { $count } is held back
   *[other] { $count } are held back
}
left-out = { $count ->
    [one] { $count } is left out
   *[other] { $count } are left out
}
refused = { NUMBER($count) } refused by AIRudder
called-again = { $count ->
    [one] { $count } of them is called again: it is
   *[other] { $count } of them are called again: they are
    } in a task of the last { $days ->
    [one] { $days } day.
   *[other] { $days } days.
    }
called-again-recent = { $count ->
    [one] { $count } of them is called again: it is in a recent task.
   *[other] { $count } of them are called again: they are in a recent task.
}
# What is asked.
question-people = Call { $count ->
    [one] { $count } person
   *[other] { $count } people
    }?
question-calls = Place { $count ->
    [one] { $count } call
   *[other] { $count } calls
    }?
question-schedule = Schedule { $count ->
    [one] { $count } call
   *[other] { $count } calls
    }?
# The button, and the one of a second person, who approves by it.
call-people = Call { $count ->
    [one] { $count } person
   *[other] { $count } people
    } now
place-calls = Place { $count ->
    [one] { $count } call
   *[other] { $count } calls
    } now
schedule-calls = Schedule { $count ->
    [one] { $count } call
   *[other] { $count } calls
    } for { $start }
approve-and-call-people = Approve and call { $count ->
    [one] { $count } person
   *[other] { $count } people
    } now
approve-and-place-calls = Approve and place { $count ->
    [one] { $count } call
   *[other] { $count } calls
    } now
approve-and-schedule-calls = Approve and schedule { $count ->
    [one] { $count } call
   *[other] { $count } calls
    } for { $start }
# What happens next with a task that was submitted. The quoted button is that of its page.
next-at-window = { $people ->
    [one] { $people } person
   *[other] { $people } people
    } will be called on { $window }. Nobody is called before then.
next-once-sent = { $people ->
    [one] { $people } person
   *[other] { $people } people
    } will be called once the list is sent to AIRudder.
next-under-way = { $people ->
    [one] { $people } person is
   *[other] { $people } people are
    } being called.
next-under-way-and-more = { $people ->
    [one] { $people } person is
   *[other] { $people } people are
    } being called, { NUMBER($more) } more once the rest of the list is sent to AIRudder.
first-results-soon = First results in about two minutes.
refresh-shows-results = { $people ->
    [one] “Refresh now” shows the result.
   *[other] “Refresh now” shows the results.
}
# The settings that are confirmed, and the links that change them. The element is only read aloud.
robot = Robot
line = Line
when = When
redials = Redials
stop-rule = Stop what is left
calling-rule = Calling rule
calls-end = Calls end
change-robot = Change<hidden> robot</hidden>
change-line = Change<hidden> line</hidden>
change-when = Change<hidden> when</hidden>
change-redials = Change<hidden> redials</hidden>
change-stop-rule = Change<hidden> stop what is left</hidden>
change-calling-rule = Change<hidden> calling rule</hidden>
change-calls-end = Change<hidden> when calls end</hidden>
now-at = Now: { $clock } ({ $zone })
at-window = { $window } ({ $zone })
