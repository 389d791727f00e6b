call-again = 再次呼叫…
# What must be known to read the numbers.
cannot-be-told-apart = { NUMBER($leads) } 条线索无法区分。
strangers = AIRudder 告知了一些呼叫，其号码并非由我们发送：{ $ends }。这些呼叫不计入。
others = 其他
renamed = 自这些呼叫计数以来，机器人的意向结果已改名。
count-again = 按新名称重新计数
meanings = 这些数字的含义
# From the list to interest.
funnel = 从名单到意向
funnel-figures = 数据：从名单到意向
funnel-of-list = 名单中：{ NUMBER($listed) }，已发送：{ NUMBER($sent) }，已拨打：{ NUMBER($dialled) }，已触达：{ NUMBER($reached) }，有意向：{ NUMBER($interested) }。
funnel-of-test = 已发送：{ NUMBER($sent) }，已拨打：{ NUMBER($dialled) }，已触达：{ NUMBER($reached) }，有意向：{ NUMBER($interested) }。
level = 阶段
leads = 线索
share = 占比
listed = 名单中
sent = 已发送
dialled = 已拨打
reached = 已触达
interested = 有意向
left-out = 已剔除：{ NUMBER($leads) } 条线索
refused = AIRudder 拒绝了 { NUMBER($leads) } 条线索：<link>查看原因</link>。
not-created = { NUMBER($leads) } 条线索在 AIRudder 尚未创建的批次中：<link>查看批次</link>。
# When they answered.
hours = 接听时间
hours-so-far = 目前的接听时间
hours-figures = 数据：接听时间
hours-scroll = 小时
hours-chart = 按最后拨打的小时统计呼叫：{ NUMBER($calls) } 次呼叫中触达 { NUMBER($reached) } 次。
no-dials = AIRudder 尚未告知任何拨打。
hour = 小时
day-and-hour = { $day } { $hour }
calls = 呼叫
not-reached = 未触达
not-finished = 未结束
share-reached = 触达占比
legend = <good>已触达</good> <plain>未触达</plain>。每次呼叫列在其最后拨打的小时，时间采用 { $zone }。
legend-with-open = <good>已触达</good> <plain>未触达</plain> <busy>未结束</busy>。每次呼叫列在其最后拨打的小时，时间采用 { $zone }。
last-dials-only = 重拨过的号码只知道最后一次拨打。
hour-unknown = AIRudder 未告知 { NUMBER($calls) } 次呼叫的拨打时间。
# Read aloud of a column.
calls-of-hour = { $moment }：{ NUMBER($calls) } 次呼叫
# How long they talked.
talk = 通话时长
talk-so-far = 目前的通话时长
talk-figures = 数据：通话时长
talk-chart = { NUMBER($calls) } 次呼叫的时长。
talk-average = { NUMBER($calls) } 次呼叫平均 { $average }，从最后一次拨打开始到结束。
no-talks = AIRudder 尚未告知任何通话。
talk-length = 通话
# What people said.
said = 对方怎么说
said-so-far = 对方目前怎么说
said-figures = 数据：对方怎么说
said-chart = { NUMBER($calls) } 次呼叫的意向结果，按机器人的意向结果顺序排列。
no-results = 还没有呼叫有意向结果。
result = 意向结果
group = 分组
share-of-reached = 占已触达
result-of-robot = { $result }，{ $robot }
shares-of-reached = 占比以已触达的 { NUMBER($reached) } 条计算。
results-not-reached = 另有 { NUMBER($calls) } 次有意向结果的呼叫不计为已触达。
unnamed = 有一个意向结果尚未命名，计为已触达。<link>为此机器人的意向结果命名</link>
# Why the others were not reached.
why-not = 其他人为何未触达
why-not-some = { NUMBER($calls) } 个号码为何未触达
why-not-figures = 数据：为何未触达
why-not-chart = { NUMBER($numbers) } 个未触达号码最后一次拨打时的振铃情况，最常见的在前。
none-unanswered = 还没有呼叫在无人接听的情况下结束。
ended-unanswered = 已发送的 { NUMBER($sent) } 条中，{ $rate } 无人接听而结束。
how-it-rang = 振铃情况
# The results in a few lines.
summary = 用于聊天的摘要
copy-summary = 复制摘要
# Beside another task.
compared = 与之前的任务比较
compared-with = 与 <link>{ $task }</link> 比较，此任务沿用了它的设置。区间的置信度为 95%。
compared-so-far = 目前为止：此任务的呼叫尚未结束。
compared-reached = 已触达：占已拨打的 { $now }，之前为 { $before }。
compared-interested = 有意向：占已触达的 { $now }，之前为 { $before }。
this-task = 此任务
task-before = 之前的任务
# Follow-ups.
follow-ups = 跟进
task = 任务
of-all-follow-ups = 全部合计，每个号码计一次：{ NUMBER($numbers) } 个号码，已触达 { $reached }，有意向 { $interested }。
# What those shares are of.
all = 全部
those-reached = 已触达
