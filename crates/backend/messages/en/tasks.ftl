# Why something was not done with a task, and what to do.
nothing-sent = Nothing was sent.
nothing-changed = Nothing was changed.
called-twice = Not sent: { $numbers ->
    [one] { $numbers } number is in a newer task and would be called twice.
   *[other] { $numbers } numbers are in a newer task and would be called twice.
    } Start a new task with these settings instead.
no-batch-waits = Nothing to stop: no batch is waiting.
no-call-is-open = Nothing to stop: no call of this task is open any more.
call-is-over = The call of row { NUMBER($row, useGrouping: "false") } is over. There is nothing to cancel.
ran-in-the-sandbox = This task ran in the sandbox; AIRudder does not have it.
is-at-airudder = This task is at AIRudder; Coxswain uses the sandbox now.
airudder-is-slow = AIRudder is slow. Showing what arrived so far.
type-the-whole-number = Type the whole phone number. Your role cannot search by a part of one.
results-changed-meanwhile = Somebody else has changed these results meanwhile. Nothing was saved: make your changes to what is shown now.
calls-are-not-over = The calls of this task are not over. The next answer of AIRudder is counted with the new names by itself.
refused-leads = Leads AIRudder refused
left-out = Left out
calling-rule = Calling rule
outside-of-rule-unreadable = Calls could fall outside the calling rule. The details were stored by another version of Coxswain and cannot be shown.
