# What is said of a file that is uploaded as a do-not-call list.
too-many-rows = The file has more than { NUMBER($most) } rows. Cut it into parts, and upload each of them.
no-number-column = No column of the file has phone numbers. Name it “{ $mobile }” in the first row, and upload the file again.
mostly-unreadable = Most rows have no readable number in the column “{ $column }”, for instance row { NUMBER($row, useGrouping: "false") }. Check the column, and upload the file again.
no-rows = The file has no rows.
