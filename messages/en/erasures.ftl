page-title = Erase a number
explained = For somebody who asks for it. The number is erased in every account: lists, drafts, calls, uploaded files, edit steps. Figures stay.
no-key = Nothing can be erased yet: Coxswain was started without an encryption key, so there can be no receipt. The README says how to set COXSWAIN_ENCRYPTION_KEYS_FILE.
no-journal = Receipts are kept in the database alone. After a restore from a backup nobody would know who was erased since, or asked not to be called: set COXSWAIN_RESTORE_JOURNAL.
whose-number = Whose number
number = Phone number
number-hint = With its country code. It is looked for however a list spells it, also where it could not be read. Every look-up is on record.
show = Show what is held
held = What is held of { $number }
not-held = No account holds this number. If you erase it all the same, it is erased again after a restore from a backup.
rows-of-task = { $count ->
    [one] Task “{ $name }”: { $count } row
   *[other] Task “{ $name }”: { $count } rows
}
rows-of-draft = { $count ->
    [one] Draft “{ $name }”: { $count } row
   *[other] Draft “{ $name }”: { $count } rows
}
keep-on-list = Leave it on the do-not-call list
keep-on-list-hint = As a keyed hash with the last four digits, so that no later list calls it.
irreversible = Batches that wait are sent without this number, and AIRudder is asked to cancel open calls. This cannot be undone.
erase = Erase everywhere
erased = The number was erased.
receipts = Receipts
receipt-number = Number
receipt-erased = Erased
receipt-by = By
receipt-listed = Do not call
unfinished = Not finished
command-line = Command line
listed = On the list
not-listed = No
