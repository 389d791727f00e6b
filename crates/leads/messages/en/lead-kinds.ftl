# Kinds of leads: of one lead, and of all of them.
ready = Ready
warning = Warning
warnings = Warnings
to-fix = To fix
rows-to-fix = Rows to fix
duplicate = Duplicate
duplicates = Duplicates
recent = In a recent task
do-not-call = Do not call
held-back = Held back
left-out = Left out
keep-first = Keep the first
keep-last = Keep the last
keep-all = Keep all
