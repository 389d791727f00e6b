# What is said of a file of fixed rows.
columns-missing = The columns “{ $row }” and “{ $reason }” are missing. Download the rows to fix, and upload that file.
no-number = Nothing was changed: row { NUMBER($line, useGrouping: "false") } of the file has no number in “{ $header }”. Do not change that column.
no-such-row = Nothing was changed: row { NUMBER($row, useGrouping: "false") } is not in this draft. Choose the file you downloaded.
