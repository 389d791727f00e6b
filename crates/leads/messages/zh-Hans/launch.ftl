# The launch: what becomes of the leads of a list, what it asks, what its button does, and how people are called.
called = { NUMBER($count) } 条将被呼叫
to-fix = { NUMBER($count) } 条有错误
duplicate = { NUMBER($count) } 条重复
recent = { NUMBER($count) } 条已在最近 { NUMBER($days) } 天的任务中
recent-task = { NUMBER($count) } 条已在近期的任务中
do-not-call = { NUMBER($count) } 条在勿扰名单中
held-back = { NUMBER($count) } 条暂不呼叫
left-out = { NUMBER($count) } 条已剔除
refused = { NUMBER($count) } 条被 AIRudder 拒绝
called-again = 其中 { NUMBER($count) } 条会再次呼叫：已在最近 { NUMBER($days) } 天的任务中。
called-again-recent = 其中 { NUMBER($count) } 条会再次呼叫：已在近期的任务中。
# What is asked.
question-people = 要呼叫 { NUMBER($count) } 人吗？
question-calls = 要拨打 { NUMBER($count) } 次电话吗？
question-schedule = 要安排 { NUMBER($count) } 次呼叫吗？
# The button, and the one of a second person, who approves by it.
call-people = 立即呼叫 { NUMBER($count) } 人
place-calls = 立即拨打 { NUMBER($count) } 次电话
schedule-calls = 安排 { NUMBER($count) } 次呼叫，{ $start } 开始
approve-and-call-people = 批准并立即呼叫 { NUMBER($count) } 人
approve-and-place-calls = 批准并立即拨打 { NUMBER($count) } 次电话
approve-and-schedule-calls = 批准并安排 { NUMBER($count) } 次呼叫，{ $start } 开始
# What happens next with a task that was submitted. The quoted button is that of its page.
next-at-window = 将在 { $window } 呼叫 { NUMBER($people) } 人。在此之前不会呼叫任何人。
next-once-sent = 名单发送给 AIRudder 后，将呼叫 { NUMBER($people) } 人。
next-under-way = 正在呼叫 { NUMBER($people) } 人。
next-under-way-and-more = 正在呼叫 { NUMBER($people) } 人；名单其余部分发送给 AIRudder 后，还会呼叫 { NUMBER($more) } 人。
first-results-soon = 大约两分钟后会有首批结果。
refresh-shows-results = “立即刷新”会显示{ $people ->
   *[other] 结果
    }。
# The settings that are confirmed, and the links that change them. The element is only read aloud.
robot = 机器人
line = 线路
when = 时间
redials = 重拨
stop-rule = 停止其余呼叫
calling-rule = 呼叫规则
calls-end = 呼叫截止
change-robot = 更改<hidden>机器人</hidden>
change-line = 更改<hidden>线路</hidden>
change-when = 更改<hidden>时间</hidden>
change-redials = 更改<hidden>重拨</hidden>
change-stop-rule = 更改<hidden>何时停止其余呼叫</hidden>
change-calling-rule = 更改<hidden>呼叫时间以符合规则</hidden>
change-calls-end = 更改<hidden>呼叫截止时间</hidden>
now-at = 现在：{ $clock }（{ $zone }）
at-window = { $window }（{ $zone }）
