page-title = Do not call
explained = Numbers that no task of any account calls. Lists are applied when a list of leads is read, at the check, at the launch, and before each batch is sent. Numbers that are already with AIRudder are cancelled there.
upload = Upload a list
lists = Lists
no-key = Numbers cannot be put on a list yet: Coxswain was started without an encryption key. The README says how to set COXSWAIN_ENCRYPTION_KEYS_FILE.
list = List
applied-in = Applied in
current-until = Current until
numbers = Numbers
changed = Changed
change = Change
table = Do-not-call lists
every-account = Every account
always = Always
out-of-date = Out of date
list-of = List of { $day }
changed-by = <time>{ $at }</time> by { $by }
upload-newer = Upload newer<hidden> version of { $name }</hidden>
remove-question = Remove the list “{ $name }”?
remove = Remove
remove-explained = Its numbers can be called again, unless another list has them.
removed = The list was removed.
new-numbers-hint = One in each line, with its country code. At most 1,000.
file = File with numbers
file-hint = Instead of typing them, or in addition: any format that Coxswain reads lists of leads in, with at most { NUMBER($rows) } rows. The column is found by its header, for instance “Mobile”.
reason = Reason
reason-hint = For instance “Asked by email on 27 November”. No names or numbers.
add-to-company-list = Add to the company list
add = Add numbers
added = { $added ->
    [one] { $added } number added to the company list.
   *[other] { $added } numbers added to the company list.
}
added-some-known = { $added ->
    [one] { $added } number
   *[other] { $added } numbers
} added to the company list; { $known ->
    [one] { $known } was
   *[other] { $known } were
} already on it.
of-column = The numbers were read from the column “{ $column }”.
outdated-title = Lists that are out of date
outdated-refused = With a list that is out of date, nothing is checked and submitted in this account.
only-warn = Only warn
outdated-warned = A list that is out of date is still applied in this account, with a warning.
refuse-instead = Refuse instead
setting-saved = Saved.
number = Phone number
number-hint = With its country code. The search is recorded, the number is not.
find-title = Is a number on a list?
find = Search
not-found = This number is on no list.
entry-added = Added <time>{ $at }</time>
entry-added-by = Added <time>{ $at }</time> by { $by }
entry-added-for = Added <time>{ $at }</time>: “{ $reason }”
entry-added-by-for = Added <time>{ $at }</time> by { $by }: “{ $reason }”
entry-removed = Taken off <time>{ $at }</time>
entry-removed-by = Taken off <time>{ $at }</time> by { $by }
entry-removed-for = Taken off <time>{ $at }</time>: “{ $reason }”
entry-removed-by-for = Taken off <time>{ $at }</time> by { $by }: “{ $reason }”
simulated = simulated: counts for the sandbox alone
why = Reason for taking it off
take-off = Take off the list
taken-off = The number was taken off the list.
