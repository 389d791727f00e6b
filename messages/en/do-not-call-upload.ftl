page-title = Upload a do-not-call list
page-title-newer = Upload a newer version of { $name }
explained = Any format that Coxswain reads lists of leads in. Only a keyed hash and the last four digits of each number are kept.
explained-newer = It takes the place of the version before once all of it is read: what is no longer on it can be called again.
file = File
file-hint = The column with the numbers is found by its header, for instance “Mobile” or “Phone”. At most 64 MB.
choose-file = Choose the file with the list.
choose-again = “{ $file }” was not kept. Choose it again.
submit = Upload the list
kind = Kind
name = Name
sector = Applied in accounts that sell
sector-hint = REPEP is said to leave financial products to REUS. If you are not sure, choose every account.
as-of = List of
as-of-hint = The day on which whoever keeps the list handed it out.
valid-days = Current for (days)
valid-days-hint = After that Coxswain warns, or refuses to check. Left empty, it is { NUMBER($repep) } for REPEP, { NUMBER($reus) } for REUS, { NUMBER($ncpr) } for NCPR and { NUMBER($client) } for the list of a client: ask your lawyer.
replace-newer = Replace the newer list
taken-in = { $count ->
    [one] “{ $name }” was uploaded: { $count } number of the column “{ $column }”.
   *[other] “{ $name }” was uploaded: { $count } numbers of the column “{ $column }”.
}
unreadable = { $count ->
    [one] { $count } row was left out without a readable number: row { $rows }.
   *[other] { $count } rows were left out without a readable number: rows { $rows }.
}
# The last of those rows, where not all of them are named.
more-rows = { NUMBER($more) } more
