# What happened to a task or an account. Who did it stands beside each sentence.
unreadable = This version of Coxswain cannot read this event. The log says which one it is.
settings-saved = Saved the settings.
draft-discarded = Discarded the draft with { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }.
draft-restored = Restored the draft.
leads-downloaded = Downloaded { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    } as sent.
calls-exported-whole = Downloaded { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
    } of calls, with whole numbers.
calls-exported-masked = Downloaded { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
    } of calls, with masked numbers.
numbers-shown = Looked at { $numbers ->
    [one] { $numbers } number
   *[other] { $numbers } numbers
    }.
number-searched = Searched for a number: { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
    }.
approved = Approved { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }.
rule-overridden = Gave a reason to call outside of { $rule }.
rule-overridden-for-batch = Batch { NUMBER($batch, useGrouping: "false") }: gave a reason to call outside of { $rule }.
# The last three are 1 where it is so, and 0 otherwise.
submitted = Submitted { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }{ $refused ->
    [0] { "" }
    [one] , leaving out { NUMBER($refused, useGrouping: "false") } that AIRudder refused
   *[other] , leaving out { NUMBER($refused, useGrouping: "false") } that AIRudder refused
    }{ $at-night ->
    [one] , to be called at night anyway
   *[other] { "" }
    }{ $outside-rule ->
    [one] , to be called outside of the calling rule for a reason
   *[other] { "" }
    }{ $approved ->
    [one] , as a second person approved
   *[other] { "" }
    }.
submitted-test = Submitted a test: one call of their own number.
submitted-test-at-night = Submitted a test: one call of their own number, to be called at night anyway.
marked-done = Marked the task as done.
needs-attention-again = The task needs attention again.
refreshed = Updated from AIRudder.
push-address-made = Made an address for AIRudder’s pushes.
# Batches. Words are AIRudder’s, or say what went wrong.
batch-created = Batch { NUMBER($batch, useGrouping: "false") }: created as { $id } at AIRudder.
batch-created-without = Batch { NUMBER($batch, useGrouping: "false") }: created as { $id } at AIRudder, without { $refused ->
    [one] { $refused } refused lead
   *[other] { $refused } refused leads
    }.
batch-found = Batch { NUMBER($batch, useGrouping: "false") }: found as { $id } at AIRudder.
batch-refused = Batch { NUMBER($batch, useGrouping: "false") }: refused.
batch-refused-with-words = Batch { NUMBER($batch, useGrouping: "false") }: { $words }
batch-unknown = Batch { NUMBER($batch, useGrouping: "false") }: unknown.
batch-not-sent = Batch { NUMBER($batch, useGrouping: "false") }: not sent.
batch-not-sent-again = Batch { NUMBER($batch, useGrouping: "false") }: not sent again.
batch-put-back = Batch { NUMBER($batch, useGrouping: "false") }: will be tried again.
batch-absent = Batch { NUMBER($batch, useGrouping: "false") }: not found after { $searches ->
    [one] { $searches } search
   *[other] { $searches } searches
    }. Someone has to decide.
batch-sent-again = Batch { NUMBER($batch, useGrouping: "false") }: waiting to be sent again.
batch-given-up = Batch { NUMBER($batch, useGrouping: "false") }: given up.
batch-stopped = Batch { NUMBER($batch, useGrouping: "false") }: stopped.
leads-left-out-erased = Batch { NUMBER($batch, useGrouping: "false") }: left out { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }, erased before it was sent.
leads-left-out-do-not-call = Batch { NUMBER($batch, useGrouping: "false") }: left out { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }, on a do-not-call list since it was checked.
leads-put-back = Batch { NUMBER($batch, useGrouping: "false") }: { $leads ->
    [one] { $leads } lead that was left out is called all the same: AIRudder had it
   *[other] { $leads } leads that were left out are called all the same: AIRudder had them
    } from an earlier sending. Who is on a do-not-call list is cancelled.
do-not-call-applied = Batch { NUMBER($batch, useGrouping: "false") }: { $numbers ->
    [one] { $numbers } number was
   *[other] { $numbers } numbers were
    } put on a do-not-call list. Coxswain asks AIRudder to cancel them.
# Stops and cancellations.
stop-wanted = Wants the calls stopped at AIRudder: { $batches ->
    [one] { $batches } batch
   *[other] { $batches } batches
    }.
stop-wanted-of-batch = Batch { NUMBER($batch, useGrouping: "false") }: wants the calls stopped at AIRudder.
stop-asked = Batch { NUMBER($batch, useGrouping: "false") }: AIRudder was asked to stop.
stop-accepted = Batch { NUMBER($batch, useGrouping: "false") }: AIRudder was asked to stop and agreed.
stop-refused = Batch { NUMBER($batch, useGrouping: "false") }: AIRudder was asked to stop and refused.
stop-unclear = Batch { NUMBER($batch, useGrouping: "false") }: AIRudder was asked to stop and gave no clear answer.
cancel-wanted = Row { NUMBER($row, useGrouping: "false") }: wants the number cancelled.
cancels-wanted-again = Wants AIRudder asked again to cancel { $numbers ->
    [one] { $numbers } number
   *[other] { $numbers } numbers
    }.
cancel-asked = Row { NUMBER($row, useGrouping: "false") }: AIRudder was asked to cancel the number.
cancel-accepted = Row { NUMBER($row, useGrouping: "false") }: AIRudder was asked to cancel the number and agreed.
cancel-refused = Row { NUMBER($row, useGrouping: "false") }: AIRudder was asked to cancel the number and refused.
cancel-unclear = Row { NUMBER($row, useGrouping: "false") }: AIRudder was asked to cancel the number and gave no clear answer.
calls-ended = Batch { NUMBER($batch, useGrouping: "false") }: the calling rule allows no calls from now on. AIRudder is asked to stop.
stop-rule-applied = The stop rule was applied: { NUMBER($reached) } of { $dialled ->
    [one] { $dialled } dialled lead
   *[other] { $dialled } dialled leads
    } reached, fewer than { NUMBER($percent, useGrouping: "false") }% after { $calls ->
    [one] { $calls } call
   *[other] { $calls } calls
    }.
# What is dropped, deleted and erased.
draft-minimised = Dropped what is no longer needed: { $what }.
columns = { $columns ->
    [one] { $columns } column that nothing uses
   *[other] { $columns } columns that nothing uses
    }
file = the uploaded file
steps = { $steps ->
    [one] { $steps } edit step
   *[other] { $steps } edit steps
    }
first-and-next = { $first }, { $next }
leads-deleted = Deleted { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    } and { $calls ->
    [one] { $calls } call
   *[other] { $calls } calls
    }, which the account keeps for { $days ->
    [one] { $days } day
   *[other] { $days } days
    }. Figures stay.
numbers-deleted = Deleted { $numbers ->
    [one] { $numbers } number
   *[other] { $numbers } numbers
    }, which the cooldown no longer needs.
drafts-deleted = Deleted { $drafts ->
    [one] { $drafts } draft
   *[other] { $drafts } drafts
    } that nobody had touched for { $days ->
    [one] { $days } day
   *[other] { $days } days
    }.
number-erased = Erased a number on request: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
    }.
