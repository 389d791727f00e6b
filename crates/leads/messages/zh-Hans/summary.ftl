# The results of a task in a few lines, to be pasted into a chat.
so-far-as-of = { $name }：目前结果，截至 { $moment }
as-of = { $name }：结果，截至 { $moment }
not-told = { $name }：AIRudder 尚未告知所有呼叫
dialled-and-reached = 已拨打 { $dialled } · 已触达 { $reached }
interested-and-call-back = 有意向 { $interested } · 回拨 { $call-back }
do-not-call = 不再呼叫 { $do-not-call }
sent = 已发送 { NUMBER($sent) } 条
dialled = 已拨打
reached = 已触达
