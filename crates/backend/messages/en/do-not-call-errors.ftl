# Why a do-not-call list is not kept, and a number not added, found or taken off.
choose-kind = Choose what kind of list it is.
name-needed = Give the list a name of at most 100 letters.
choose-accounts = Choose in which accounts the list is applied.
date-needed = Enter the date of the list, such as 2026-11-28.
date-to-come = This day is in the future. Enter the day on which the list was handed out.
days-needed = Write a number of days from 1 to 366.
keeps-kind = A list keeps its kind. Upload this one as a new list.
older-than-replaced = This list is dated { $day }, but the one it would replace is newer: { $newer }. Numbers added since then would be called again. If this is intended, tick “Replace the newer list” and choose the file again.
company-list-stays = The company’s list cannot be removed. Take single numbers off it instead.
line-is-no-number = Line { NUMBER($line, useGrouping: "false") } is not a phone number. Write one number in each line, with its country code (+62 …). Nothing was added.
number-needed = Write at least one number, or choose a file.
too-many-numbers = These are more than 1,000 numbers. Choose a file that contains them instead.
reason-needed = Write why, in a few words.
reason-too-long = Use at most 300 characters.
register-corrects-itself = { $name } is a register: it says itself who is on it. Upload a newer one instead.
not-on-list-any-more = Nothing was changed: the number is not on this list any more.
incomplete-number = This is not a complete phone number. Write it with its country code (+62 …).
