# Why no follow-up was made of a task, and what happened to its people.
nobody-chosen = No draft was made: choose who is called again.
nobody-left = No draft was made: nobody is left of the groups that you chose. Left out all the same: said not to be called, in this task or another; wrong number, in this task or another; number cancelled by a person; in another task that is calling now; reached or interested in an earlier follow-up.
undecided = No draft was made: a batch of this task has no result yet. Wait for it, or decide about it, so that nobody is called twice.
followed-already = No draft was made: another task already follows this one. Open that task instead.
all-created = No draft was made: every batch of this task was created.
# What happened to the people of a task that was refused, or created in part.
wait-for-results = { $leads ->
    [one] { $leads } lead is not called.
   *[other] { $leads } leads are not called.
    } You can send again from here once every batch has a result.
some-called = { NUMBER($called) } of { $all ->
    [one] { $all } lead
   *[other] { $all } leads
    } { $called ->
    [one] is
   *[other] are
    } called, { $others ->
    [one] { $others } is
   *[other] { $others } are
    } not.
refused-leads = AIRudder refused { NUMBER($refused) } of { $all ->
    [one] { $all } lead
   *[other] { $all } leads
    }, so nobody is called.
refused = AIRudder refused this task, so nobody is called.
