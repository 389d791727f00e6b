new-task-like = 用这些设置新建任务
back-to-review = 返回审核
open-robot = 打开机器人
refresh = 立即刷新
test = 测试
sandbox = 沙盒
submitted = { NUMBER($leads) } 条线索 · 由 { $by } 于 <at>{ $at }</at> 提交（{ $zone }）
submitted-and-approved = { NUMBER($leads) } 条线索 · 由 { $by } 于 <at>{ $at }</at> 提交 · 由 { $approver } 于 <approved>{ $approved }</approved> 批准（{ $zone }）
refused = AIRudder 拒绝了 { NUMBER($leads) } 条线索
refused-shown = 显示其中 { NUMBER($shown) } 条，共 { NUMBER($all) } 条。
times = 时间采用 { $zone }
# The tabs, which name pages of their own too.
task = 任务
results = 结果
calls = 呼叫
list = 名单
batches = 批次
activity = 动态
part-title = { $part } · { $task }
# The list, and what was sent.
rows = 各行的去向
rows-file = 文件包含名单的每一行：已呼叫的行附有结果，其余的行附有剔除原因。
download-list = 下载含结果的名单
as-csv = CSV 格式
sent = 发送的内容
values = 取值
values-of-row = { $file } 的第 { NUMBER($row, useGrouping: "false") } 行
proof = <link>下载证明</link>：名单、预检、由谁提交和批准、采用了哪些名单和规则，以及呼叫的结果。
proof-before = 此后证明中不再含名单和呼叫：请在此之前<link>下载证明</link>。
download-leads = 下载发送的线索
# What happens next.
sandbox-stands-in = 沙盒代替 AIRudder：不会真正呼叫任何人。
rest-can-be-stopped = 尚未发送的部分可在下方停止。
calling-can-be-stopped = 下方的“停止呼叫”会停止其余部分，AIRudder 那边也一样。
# Stopping.
stop-calling = 停止呼叫
stop-calling-question = 要停止“{ $task }”的呼叫吗？
# Why it needs attention.
mark-as-done = 标记为已处理
ask-again = 再次请求
done = 由 { $by } 于 <time>{ $at }</time> 标记为已处理。
needs-attention-again = 重新标为需要处理
# The way back from a refusal.
followed-by = 跟进任务：<link>{ $task }</link>。
send-others = 发送其余 { NUMBER($others) } 条线索…
fix-and-send-again = 修正并重新发送
# What AIRudder’s support asks for.
support = 提供给 AIRudder 支持人员
fingerprint = 文件指纹（SHA-256）
batch = 批次 { NUMBER($batch, useGrouping: "false") }
no-id-yet = 尚无 ID
no-id = 无 ID
