# Why something was not done with a draft, and what to do.
changed-meanwhile = Not done: the draft was changed in another tab or by someone else. This is the current version.
already-submitted = This draft is already submitted. Find it under Tasks.
cannot-be-restored = This draft cannot be restored: it was discarded more than { NUMBER($days) } days ago, or submitted.
too-many-cells = You can paste at most { NUMBER($cells, useGrouping: "false") } cells at once.
text-too-long = The text for row { NUMBER($row, useGrouping: "false") } is too long. Shorten it to about 32,000 characters.
too-many-rows-of-number = More than { NUMBER($rows, useGrouping: "false") } rows have this number. Choose under Duplicates which is kept.
keeps-the-rule = These calls keep the calling rule now. Nothing was changed.
choose-when = Choose when to call first. Nothing was changed.
not-of-that-country = Not done: most numbers of this list are not of that country. Nothing was changed.
file-is-gone = The file is no longer stored. Upload it again.
no-text-to-find = Enter the text to find.
texts-too-long = Each text can have at most { NUMBER($characters, useGrouping: "false") } characters. Shorten them.
