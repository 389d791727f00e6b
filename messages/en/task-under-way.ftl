sending = Sending to AIRudder
reassurance = You can leave this page.
searching = Searching AIRudder’s tasks
searching-text = It is not known yet whether AIRudder created this task. Coxswain searches for it and does not send it again. Do not make another task of this list meanwhile: people might be called twice.
searches-done = { $batches ->
    [one] { $batches } batch
   *[other] { $batches } batches
    } not found yet. { NUMBER($searches, useGrouping: "false") } of { NUMBER($most, useGrouping: "false") } searches done.
next-search = Next search: { $at }.
stop-rest = { $batches ->
    [one] Stop { $batches } batch
   *[other] Stop { $batches } batches
}
rest = { $batches ->
    [one] { $batches } batch
   *[other] { $batches } batches
    } with { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    } { $batches ->
    [one] is
   *[other] are
    } not sent yet. Stopped batches call nobody until you send them. Sent batches continue.
