page-title = Follow-up · { $task }
heading = Follow-up of { $task }
about = Makes a draft with the same columns and fixes. Nobody is called until you submit it.
back = Back to the results
draft = The draft
people = <count>{ NUMBER($people) }</count> { $people ->
    [one] lead of the groups that are ticked
   *[other] leads of the groups that are ticked
}
make = Make the draft
update = Update the counts
who = Who is called again
not-over = { $count ->
    [one] { $count } call is not over yet, and cannot be chosen.
   *[other] { $count } calls are not over yet, and cannot be chosen.
}
group-left-out = { NUMBER($count) } left out all the same
left-out = Who is left out all the same
name = Task name
robot = Robot
cooldown = { $days ->
    [one] No number is called twice within { $days } day: this task called all of these
   *[other] No number is called twice within { $days } days: this task called all of these
}
call-again = Call them again all the same
call-again-hint = Numbers that other tasks called lately stay left out.
leave-out = { $days ->
    [one] Leave out who was called within { $days } day
   *[other] Leave out who was called within { $days } days
}
