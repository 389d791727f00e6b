# What became of requests to AIRudder to stop batches, or to cancel a number.
the-stop-rule = the stop rule
the-calling-rule = the calling rule
# Of one batch.
wanted-once-known = { $by } wants the calls stopped, { $at }. AIRudder is asked as soon as it is known to have this batch.
wanted = { $by } wants the calls stopped, { $at }. AIRudder is about to be asked.
being-asked = AIRudder is being asked to stop since { $at }.
agreed = AIRudder was asked to stop at { $at }. It agreed, and no call is known to be under way.
agreed-under-way = AIRudder was asked to stop at { $at }. It agreed; { $calls ->
    [one] { $calls } call
   *[other] { $calls } calls
    } may still be under way.
asked = AIRudder was asked to stop at { $at }.
refused = AIRudder was asked to stop at { $at } and refused.
unclear = AIRudder was asked to stop at { $at } and gave no clear answer. People may still be called: ask again.
unclear-asked-again = AIRudder was asked to stop at { $at } and gave no clear answer. Coxswain asks again as long as people may be called.
of-batch = Batch { NUMBER($batch, useGrouping: "false") }: { $told }
# Of several batches, counted.
batches-to-be-asked = { $batches ->
    [one] { $batches } batch
   *[other] { $batches } batches
    }: AIRudder is about to be asked to stop.
batches-agreed = { $batches ->
    [one] { $batches } batch
   *[other] { $batches } batches
    }: AIRudder was asked to stop at { $at } and agreed; { $calls ->
    [one] { $calls } call
   *[other] { $calls } calls
    } may still be under way.
batches-refused = { $batches ->
    [one] { $batches } batch
   *[other] { $batches } batches
    }: AIRudder was asked to stop at { $at } and refused. The batches say why.
batches-unclear = { $batches ->
    [one] { $batches } batch
   *[other] { $batches } batches
    }: AIRudder was asked to stop at { $at } and gave no clear answer. People may still be called: ask again.
batches-unclear-asked-again = { $batches ->
    [one] { $batches } batch
   *[other] { $batches } batches
    }: AIRudder was asked to stop at { $at } and gave no clear answer. Coxswain asks again as long as people may be called.
by-rule = { $at }: { $told }
# Of a number that is cancelled.
number-to-be-asked = AIRudder is about to be asked to cancel it.
number-being-asked = AIRudder is being asked to cancel it since { $at }.
number-cancelled = Cancelled: AIRudder agreed at { $at }. A call under way may go on.
number-asked = AIRudder was asked at { $at } to cancel it.
number-refused = AIRudder was asked at { $at } to cancel it and refused.
number-unclear = AIRudder was asked at { $at } to cancel it and gave no clear answer. Coxswain asks again as long as it may be called.
# What is asked before a task is stopped.
leads-open = { $leads ->
    [one] { $leads } lead is not over. AIRudder is asked to dial no more of them; what is being dialled may go on to its end.
   *[other] { $leads } leads are not over. AIRudder is asked to dial no more of them; what is being dialled may go on to its end.
}
batches-kept-back = { $batches ->
    [one] { $batches } waiting batch
   *[other] { $batches } waiting batches
    } with { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    } { $batches ->
    [one] is
   *[other] are
    } kept back.
