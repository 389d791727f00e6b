# What a draft is called, and what is asked before it is discarded.
untitled = Untitled draft
quoted = “{ $draft }”
discard = Discard “{ $draft }”?
own-empty = You started it; it has no leads yet.
own-leads = { $leads ->
    [one] Your { $leads } lead goes too.
   *[other] Your { $leads } leads go too.
}
own-fixes = { $fixes ->
    [one] Your { $fixes } fix goes too.
   *[other] Your { $fixes } fixes go too.
}
own-leads-and-fixes = Your { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    } and { $fixes ->
    [one] { $fixes } fix
   *[other] { $fixes } fixes
    } go too.
empty = { $person } started it; it has no leads yet.
leads = { $leads ->
    [one] { $person }’s { $leads } lead goes too.
   *[other] { $person }’s { $leads } leads go too.
}
fixes = { $fixes ->
    [one] { $person }’s { $fixes } fix goes too.
   *[other] { $person }’s { $fixes } fixes go too.
}
leads-and-fixes = { $person }’s { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    } and { $fixes ->
    [one] { $fixes } fix
   *[other] { $fixes } fixes
    } go too.
can-be-undone = You can undo this for { NUMBER($days) } days.
