heading = Batches
about = Each batch is one task at AIRudder
batch = Batch
status = Status
leads = Leads
calls = Calls
sent-at = Will be sent at <time>{ $at }</time>.
as-of = As of <time>{ $at }</time>
provider-status = Status at AIRudder: { $status }
reached = { $rate } of { NUMBER($dialled) } dialled reached
# Stopping one batch.
stop = Stop batch { NUMBER($batch, useGrouping: "false") }
stop-question = Stop calling for batch { NUMBER($batch, useGrouping: "false") }?
stop-text = { $leads ->
    [one] { $leads } lead of “{ $task }” is not over. AIRudder is asked to dial no more of them; what is being dialled may go on to its end.
   *[other] { $leads } leads of “{ $task }” are not over. AIRudder is asked to dial no more of them; what is being dialled may go on to its end.
}
# Sending a batch again.
sent-again-by-others = You changed the draft of this task: only a launcher or an administrator who did not can send this batch again.
sent-outside-by-others = You launched this task or changed its draft: outside of this calling rule only a launcher or an administrator who did neither can send this batch again.
send = Send batch { NUMBER($batch, useGrouping: "false") }
send-outside = Send batch { NUMBER($batch, useGrouping: "false") } outside of the rule
send-again = Send batch { NUMBER($batch, useGrouping: "false") } again
send-again-question = Send batch { NUMBER($batch, useGrouping: "false") } again?
cannot-be-sent-again = Cannot be sent again: { $why }
unconfirmed = Coxswain searches AIRudder’s tasks once more. If the batch is not there, its { $leads ->
    [one] { $leads } lead is
   *[other] { $leads } leads are
    } sent again under the same name, which AIRudder can refuse.
unconfirmed-risk = If AIRudder created the task without listing it, people might be called twice. If you are not sure, ask AIRudder first.
# Giving a batch up.
give-up = Give up batch { NUMBER($batch, useGrouping: "false") }
give-up-question = Give up batch { NUMBER($batch, useGrouping: "false") }?
give-up-text = This batch will never be sent. Its { $leads ->
    [one] { $leads } lead counts
   *[other] { $leads } leads count
    } as not called; another task can call them.
give-up-later = If AIRudder lists the batch later, “Refresh now” finds it.
