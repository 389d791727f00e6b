# Why a task needs attention, and what to do.
searched-for = It cannot be marked as done yet: AIRudder might have created it, and Coxswain still searches for it.
might-be-created = It cannot be marked as done while AIRudder might have created it.
not-needed = This task does not need attention.
unknown-task = AIRudder might have created this task.
unknown-batches = AIRudder might have created { NUMBER($lost) } of { NUMBER($all) } batches.
search = Coxswain searches for { $lost ->
    [one] it
   *[other] them
    }. Do not send the list again meanwhile.
search-next = Coxswain searches for { $lost ->
    [one] it
   *[other] them
    }, next: { $next }. Do not send the list again meanwhile.
absent-task = AIRudder does not list this task after { NUMBER($searches, useGrouping: "false") } searches.
absent-batches = AIRudder does not list { NUMBER($lost) } of { NUMBER($all) } batches after { NUMBER($searches, useGrouping: "false") } searches.
decide = Decide: send { $lost ->
    [one] it again or give it up
   *[other] them again or give them up
    }.
refused-without-lead = AIRudder refused this task, so nobody is called. It named no lead.
read-why = Open the task to read why, fix it and send again.
refused-leads = AIRudder refused { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }, so nobody is called.
refused-more-leads = AIRudder refused { NUMBER($most) }+ leads, so nobody is called.
fix-leads = Open the task to fix { $leads ->
    [one] it
   *[other] them
    } and send again.
stopped-task = This task was stopped before it was sent, so nobody is called.
stopped-batches = All batches were stopped before they were sent, so nobody is called.
nothing-sent = Nothing was sent, so nobody is called.
send-batches-again = Send its batches again, or start a new task with these settings.
start-new-task = Its start has passed: start a new task with these settings.
given-up-task = This task was given up. The leads count as not called.
given-up-batches = { $count ->
    [one] { $count } of { NUMBER($all) } batches was given up
   *[other] { $count } of { NUMBER($all) } batches were given up
    }. The leads count as not called.
call-given-up = Start a new task to call them. If AIRudder lists a batch later, “Refresh now” finds it.
of-all-refused = { $count ->
    [one] { $count } of { NUMBER($all) } batches was refused
   *[other] { $count } of { NUMBER($all) } batches were refused
}
of-all-not-sent = { $count ->
    [one] { $count } of { NUMBER($all) } batches was not sent
   *[other] { $count } of { NUMBER($all) } batches were not sent
}
of-all-stopped = { $count ->
    [one] { $count } of { NUMBER($all) } batches was stopped
   *[other] { $count } of { NUMBER($all) } batches were stopped
}
of-all-given-up = { $count ->
    [one] { $count } of { NUMBER($all) } batches was given up
   *[other] { $count } of { NUMBER($all) } batches were given up
}
further-not-sent = { $count ->
    [one] { $count } was not sent
   *[other] { $count } were not sent
}
further-stopped = { $count ->
    [one] { $count } was stopped
   *[other] { $count } were stopped
}
further-given-up = { $count ->
    [one] { $count } was given up
   *[other] { $count } were given up
}
other-batch-called = { $told }. The leads of the other batch are called.
others-called = { $told }. The leads of the others are called.
send-not-called = Open the task to send the leads that are not called.
send-not-sent = Open the task to send what was not sent.
cancels-unconfirmed = AIRudder has not confirmed that it cancels { $numbers ->
    [one] { $numbers } number that is not to be called. It may still call it
   *[other] { $numbers } numbers that are not to be called. It may still call them
    }.
cancels-refused = AIRudder refused to cancel { $numbers ->
    [one] { $numbers } number that is not to be called. It may still call it
   *[other] { $numbers } numbers that are not to be called. It may still call them
    }.
cancels-refused-and-unconfirmed = AIRudder refused to cancel { $refused ->
    [one] { $refused } number that is not to be called
   *[other] { $refused } numbers that are not to be called
    }, and has not confirmed that it cancels { NUMBER($unconfirmed) } more. It may still call them.
coxswain-keeps-asking = Coxswain keeps asking. Open the task to stop calling, or tell AIRudder’s support.
ask-again = Open the task to ask again or to stop calling, or tell AIRudder’s support.
