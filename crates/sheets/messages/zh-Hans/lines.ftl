# Where every line of a file went.
lines = { NUMBER($count) } 行
lines-of = { NUMBER($count) } 行：{ $parts }
above = 标题行上方 { NUMBER($count) } 行
headers = 标题 { NUMBER($count) } 行
blank = 空行 { NUMBER($count) } 行
repeated-headers = 重复标题 { NUMBER($count) } 行
leads = 线索 { NUMBER($count) } 条
# What stands one behind the other.
and-more = { $first }，{ $others }
