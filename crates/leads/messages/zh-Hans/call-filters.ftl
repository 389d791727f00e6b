# Which calls are asked for, in words: “Calls in Interested or Call back and of batch 2”.
all-calls = 所有呼叫
calls = 呼叫：{ $filters }
in-groups = 属于{ $groups }
either = { $one }或{ $other }
count-as-dialled = 计为已拨打
count-as-reached = 计为已触达
result = 意向结果为“{ $result }”
batch = 批次 { NUMBER($batch, useGrouping: "false") }
robot = 由机器人 { $robot } 呼叫
ring = 振铃情况为“{ $ring }”
hour = 最后一次拨打在 { $hour } 起的一小时内
talk = 通话时长为 { $talk }
talk-under-10 = 通话时长不足 10 秒
text = 含有“{ $text }”
# How far calls have come.
dialled = 已拨打
reached = 已触达
