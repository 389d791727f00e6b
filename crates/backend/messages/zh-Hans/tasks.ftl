# Why something was not done with a task, and what to do.
nothing-sent = 没有发送任何内容。
nothing-changed = 未做任何更改。
called-twice = 未发送：{ NUMBER($numbers) } 个号码已在更新的任务中，会接到两次呼叫。请改为用这些设置新建任务。
no-batch-waits = 无需停止：没有批次在等待。
no-call-is-open = 无需停止：此任务已没有未结束的呼叫。
call-is-over = 第 { NUMBER($row, useGrouping: "false") } 行的呼叫已结束。无需取消。
ran-in-the-sandbox = 此任务在沙盒中运行；AIRudder 中没有此任务。
is-at-airudder = 此任务在 AIRudder 中；Coxswain 现在使用沙盒。
airudder-is-slow = AIRudder 响应缓慢。显示的是目前已收到的内容。
type-the-whole-number = 请输入完整的电话号码。您的角色不能按号码的一部分搜索。
results-changed-meanwhile = 其他人已在此期间更改了这些意向结果。未保存任何内容：请在现在显示的内容上进行更改。
calls-are-not-over = 此任务的呼叫尚未结束。AIRudder 的下一次答复会自动按新名称计数。
refused-leads = AIRudder 拒绝的线索
left-out = 已剔除
calling-rule = 呼叫规则
outside-of-rule-unreadable = 部分呼叫可能不符合呼叫规则。详细内容由 Coxswain 的其他版本保存，无法显示。
