# What is said of a file that is uploaded as a do-not-call list.
too-many-rows = 文件超过 { NUMBER($most) } 行。请将其拆分，并逐一上传各部分。
no-number-column = 文件中没有含电话号码的列。请在第一行把该列命名为“{ $mobile }”，并重新上传文件。
mostly-unreadable = 多数行在“{ $column }”列中没有可读取的号码，例如第 { NUMBER($row, useGrouping: "false") } 行。请检查该列，并重新上传文件。
no-rows = 文件中没有数据行。
