# Why a row of a list was not sent.
not-left-out = 未剔除
has-an-error = 有错误
duplicate = 重复：另一行有相同的号码
duplicate-of = 与第 { NUMBER($row, useGrouping: "false") } 行重复
recent = 近期在另一任务中呼叫过
recent-in = 在“{ $task }”中，{ $day }
do-not-call = 在勿扰名单中
on-list = 在勿扰名单中：{ $list }
held-back = 暂不呼叫
left-out = 由人工剔除
