# Calls of a person’s own number.
own-number = 请输入您自己的号码。
long-value = 有一个值含 { NUMBER($found, useGrouping: "false") } 个字符。请缩短到 { NUMBER($most, useGrouping: "false") } 个。
no-lead = 此名单中没有可呼叫的线索。请修正一行，或在此选择一行。
no-row = 此名单没有第 { NUMBER($row, useGrouping: "false") } 行。请选择其他行。
in-row = 第 { NUMBER($row, useGrouping: "false") } 行：{ $told }
settings-first = 请先更改呼叫设置。
call-now = 立即呼叫 { $number }
