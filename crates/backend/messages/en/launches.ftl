# Why nobody was called, or nothing was approved, and what to do.
nothing-submitted = Nothing was submitted.
ask-somebody-else = Nobody was called: a second person must approve this first. You changed the draft, so ask a launcher or an administrator who did not.
not-as-shown = Nobody was called and nothing was approved: what goes out is no longer what this page showed. Look at it again, then decide.
submitted-before-approval = Nothing was approved: this draft has already been submitted.
no-second-person-asked = Nothing was approved: this account asks for no second person.
checked-again = The draft was checked again. Review the new result, then submit.
leads-refused = AIRudder refused { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }. Submit without them on the launch page, or fix them and check again.
submitted-meanwhile = { $leads ->
    [one] { $leads } lead was left out: it is
   *[other] { $leads } leads were left out: they are
    } in a task submitted after the check. Check again.
listed-meanwhile = { $numbers ->
    [one] { $numbers } number was
   *[other] { $numbers } numbers were
    } put on a do-not-call list after the check. Check again.
