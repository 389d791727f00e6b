# What is said of a file of fixed rows.
columns-missing = 缺少“{ $row }”列和“{ $reason }”列。请下载待修正的行，并上传该文件。
no-number = 未做任何更改：文件第 { NUMBER($line, useGrouping: "false") } 行的“{ $header }”列没有数字。请勿更改该列。
no-such-row = 未做任何更改：此草稿中没有第 { NUMBER($row, useGrouping: "false") } 行。请选择您下载的文件。
