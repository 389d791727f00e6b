call-again = Call people again…
# What must be known to read the numbers.
cannot-be-told-apart = { $leads ->
    [one] { $leads } lead cannot be told apart.
   *[other] { $leads } leads cannot be told apart.
}
strangers = AIRudder tells of calls whose number was not sent: { $ends }. They are not counted.
others = others
renamed = The robot’s results were renamed since these calls were counted.
count-again = Count again with the new names
meanings = What the numbers mean
# From the list to interest.
funnel = From the list to interest
funnel-figures = Figures: from the list to interest
funnel-of-list = On the list: { NUMBER($listed) }, Sent: { NUMBER($sent) }, Dialled: { NUMBER($dialled) }, Reached: { NUMBER($reached) }, Interested: { NUMBER($interested) }.
funnel-of-test = Sent: { NUMBER($sent) }, Dialled: { NUMBER($dialled) }, Reached: { NUMBER($reached) }, Interested: { NUMBER($interested) }.
level = Level
leads = Leads
share = Share
listed = On the list
sent = Sent
dialled = Dialled
reached = Reached
interested = Interested
left-out = Left out: { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }
refused = { $leads ->
    [one] { $leads } lead was
   *[other] { $leads } leads were
    } refused by AIRudder: <link>see the reasons</link>.
not-created = { $leads ->
    [one] { $leads } lead is
   *[other] { $leads } leads are
    } in batches that AIRudder has not created: <link>see the batches</link>.
# When they answered.
hours = When they answered
hours-so-far = When they answered so far
hours-figures = Figures: when they answered
hours-scroll = Hours
hours-chart = Calls by the hour of their last dial: { NUMBER($reached) } of { $calls ->
    [one] { $calls } call
   *[other] { $calls } calls
    } were reached.
no-dials = AIRudder has not reported a dial yet.
hour = Hour
day-and-hour = { $day }, { $hour }
calls = Calls
not-reached = Not reached
not-finished = Not finished
share-reached = Share reached
legend = <good>Reached</good> <plain>Not reached</plain>. Each call stands at the hour of its last dial, in { $zone }.
legend-with-open = <good>Reached</good> <plain>Not reached</plain> <busy>Not finished</busy>. Each call stands at the hour of its last dial, in { $zone }.
last-dials-only = Of numbers that were dialled again only the last dial is known.
hour-unknown = AIRudder does not tell when { $calls ->
    [one] { $calls } call
   *[other] { $calls } calls
    } were dialled.
# Read aloud of a column.
calls-of-hour = { $moment }: { $calls ->
    [one] { $calls } call
   *[other] { $calls } calls
    }
# How long they talked.
talk = How long they talked
talk-so-far = How long they talked so far
talk-figures = Figures: how long they talked
talk-chart = How long { $calls ->
    [one] { $calls } call
   *[other] { $calls } calls
    } lasted.
talk-average = { $average } on average over { $calls ->
    [one] { $calls } call
   *[other] { $calls } calls
    }, from the beginning of the last dial to its end.
no-talks = AIRudder has not reported a talk yet.
talk-length = Talk
# What people said.
said = What people said
said-so-far = What people said so far
said-figures = Figures: what people said
said-chart = Results of { $calls ->
    [one] { $calls } call
   *[other] { $calls } calls
    } by what people said, in the order of the robot’s results.
no-results = No call has a result yet.
result = Result
group = Group
share-of-reached = Share of reached
result-of-robot = { $result }, { $robot }
shares-of-reached = Shares are of { NUMBER($reached) } reached.
results-not-reached = { $calls ->
    [one] { $calls } call with a result does not count as reached.
   *[other] { $calls } calls with a result do not count as reached.
}
unnamed = A result has no name yet and counts as reached. <link>Name this robot’s results</link>
# Why the others were not reached.
why-not = Why others were not reached
why-not-some = { $calls ->
    [one] Why { $calls } was not reached
   *[other] Why { $calls } were not reached
}
why-not-figures = Figures: why they were not reached
why-not-chart = How { $numbers ->
    [one] { $numbers } number that was not reached
   *[other] { $numbers } numbers that were not reached
    } rang at the last dial, the most frequent first.
none-unanswered = No call has ended without an answer yet.
ended-unanswered = { $rate } of { NUMBER($sent) } sent ended without an answer.
how-it-rang = How it rang
# The results in a few lines.
summary = Summary for a chat
copy-summary = Copy summary
# Beside another task.
compared = Compared with the task before
compared-with = With <link>{ $task }</link>, whose settings this task began with. The range holds with 95% confidence.
compared-so-far = So far: calls of this task are not over.
compared-reached = Reached: { $now } of dialled, before { $before }.
compared-interested = Interested: { $now } of reached, before { $before }.
this-task = This task
task-before = the task before
# Follow-ups.
follow-ups = Follow-ups
task = Task
of-all-follow-ups = Over all of them, each number once: { $numbers ->
    [one] { $numbers } number
   *[other] { $numbers } numbers
    }, reached { $reached }, interested { $interested }.
# What those shares are of.
all = all
those-reached = reached
