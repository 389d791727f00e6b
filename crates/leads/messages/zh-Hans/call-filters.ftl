# Which calls are asked for, as a list of conditions: “Groups: Interested and Call back · Batch: 2”.
all-calls = 所有呼叫
# Joins two conditions.
and-next = { $first } · { $next }
group = 分组：{ $group }
groups = 分组：{ $groups }
stage = 计为：{ $stage }
result = 意向结果：“{ $result }”
batch = 批次：{ NUMBER($batch, useGrouping: "false") }
robot = 机器人：{ $robot }
ring = 振铃情况：{ $ring }
hour = 最后拨打：{ $hour } 起的一小时内
talk = 通话：{ $talk }
text = 搜索：“{ $text }”
# How far calls have come.
dialled = 已拨打
reached = 已触达
