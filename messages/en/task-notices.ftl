refreshed = Updated from AIRudder.
counted-again = Counted with the new names.
waiting-again = Batch { NUMBER($batch, useGrouping: "false") } is waiting to be sent again.
given-up = Batch { NUMBER($batch, useGrouping: "false") } given up.
stopped = { $batches ->
    [one] { $batches } batch stopped.
   *[other] { $batches } batches stopped.
}
asked-already = AIRudder was asked already. This page says what it answered.
being-asked = AIRudder is being asked to stop. This page says what it answers.
kept-back = { $batches ->
    [one] { $batches } batch
   *[other] { $batches } batches
    } kept back. AIRudder is being asked to stop the others. This page says what it answers.
number-being-cancelled = Row { NUMBER($row, useGrouping: "false") }: AIRudder is being asked to cancel.
nothing-to-ask-again = Nothing to ask again: AIRudder is being asked already, or may not call any of them.
asked-again = AIRudder is being asked again to cancel { $numbers ->
    [one] { $numbers } number
   *[other] { $numbers } numbers
    }.
marked-as-done = “{ $task }” is marked as done.
needs-attention-again = “{ $task }” needs attention again.
