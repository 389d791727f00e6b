heading = 批次
about = 每个批次对应 AIRudder 的一个任务
batch = 批次
status = 状态
leads = 线索
calls = 呼叫
sent-at = 将于 <time>{ $at }</time> 发送。
as-of = 截至 <time>{ $at }</time>
provider-status = 在 AIRudder 的状态：{ $status }
reached = 已拨打 { NUMBER($dialled) } 条，触达 { $rate }
# Stopping one batch.
stop = 停止批次 { NUMBER($batch, useGrouping: "false") }
stop-question = 要停止批次 { NUMBER($batch, useGrouping: "false") } 的呼叫吗？
stop-text = “{ $task }”还有 { NUMBER($leads) } 条线索没有结束。将请求 AIRudder 不再拨打它们；正在拨打的可能会继续到结束。
# Sending a batch again.
sent-again-by-others = 您更改过此任务的草稿：只有未更改过草稿的启动者或管理员才能重新发送这个批次。
sent-outside-by-others = 您启动过此任务或更改过其草稿：在此呼叫规则之外，只有两者都没做过的启动者或管理员才能重新发送这个批次。
send = 发送批次 { NUMBER($batch, useGrouping: "false") }
send-outside = 在规则之外发送批次 { NUMBER($batch, useGrouping: "false") }
send-again = 重新发送批次 { NUMBER($batch, useGrouping: "false") }
send-again-question = 要重新发送批次 { NUMBER($batch, useGrouping: "false") } 吗？
cannot-be-sent-again = 无法重新发送：{ $why }
unconfirmed = Coxswain 会再查找一次 AIRudder 的任务。如果没有这个批次，其 { NUMBER($leads) } 条线索将以相同名称重新发送，AIRudder 可能会拒绝。
unconfirmed-risk = 如果 AIRudder 已创建任务但没有列出，同一个人可能会接到两次呼叫。如果不确定，请先询问 AIRudder。
# Giving a batch up.
give-up = 放弃批次 { NUMBER($batch, useGrouping: "false") }
give-up-question = 要放弃批次 { NUMBER($batch, useGrouping: "false") } 吗？
give-up-text = 这个批次将不再发送。其 { NUMBER($leads) } 条线索视为未呼叫；可由另一个任务呼叫。
give-up-later = 如果 AIRudder 之后列出这个批次，“立即刷新”会找到它。
