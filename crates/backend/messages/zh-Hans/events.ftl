# What happened to a task or an account. Who did it stands beside each sentence.
unreadable = 此版本的 Coxswain 无法读取这条动态。日志中注明了是哪一条。
settings-saved = 已保存设置。
draft-discarded = 已丢弃含 { NUMBER($leads) } 条线索的草稿。
draft-restored = 已恢复草稿。
leads-downloaded = 已下载 { NUMBER($leads) } 条已发送的线索。
calls-exported-whole = 已下载 { NUMBER($rows) } 行呼叫记录，含完整号码。
calls-exported-masked = 已下载 { NUMBER($rows) } 行呼叫记录，号码隐去部分数字。
numbers-shown = 查看了 { NUMBER($numbers) } 个号码。
number-searched = 查找了一个号码：{ NUMBER($tasks) } 个任务。
approved = 已批准 { NUMBER($leads) } 条线索。
rule-overridden = 填写了在呼叫规则之外呼叫的理由：{ $rule }。
rule-overridden-for-batch = 批次 { NUMBER($batch, useGrouping: "false") }：填写了在呼叫规则之外呼叫的理由（{ $rule }）。
# The last three are 1 where it is so, and 0 otherwise.
submitted = 已提交 { NUMBER($leads) } 条线索{ $refused ->
    [0] { "" }
   *[other] ，剔除了 AIRudder 拒绝的 { NUMBER($refused, useGrouping: "false") } 条
    }{ $at-night ->
    [1] ，仍在夜间呼叫
   *[other] { "" }
    }{ $outside-rule ->
    [1] ，凭理由在呼叫规则之外呼叫
   *[other] { "" }
    }{ $approved ->
    [1] ，经另一人批准
   *[other] { "" }
    }。
submitted-test = 已提交测试：呼叫一次本人的号码。
submitted-test-at-night = 已提交测试：呼叫一次本人的号码，仍在夜间呼叫。
marked-done = 已将任务标记为已处理。
needs-attention-again = 任务重新标为需要处理。
refreshed = 已从 AIRudder 更新。
push-address-made = 已生成 AIRudder 的推送地址。
# Batches. Words are AIRudder’s, or say what went wrong.
batch-created = 批次 { NUMBER($batch, useGrouping: "false") }：已在 AIRudder 创建为 { $id }。
batch-created-without = 批次 { NUMBER($batch, useGrouping: "false") }：已在 AIRudder 创建为 { $id }，不含被拒绝的 { NUMBER($refused) } 条线索。
batch-found = 批次 { NUMBER($batch, useGrouping: "false") }：已在 AIRudder 找到，为 { $id }。
batch-refused = 批次 { NUMBER($batch, useGrouping: "false") }：被拒绝。
batch-refused-with-words = 批次 { NUMBER($batch, useGrouping: "false") }：{ $words }
batch-unknown = 批次 { NUMBER($batch, useGrouping: "false") }：未知。
batch-not-sent = 批次 { NUMBER($batch, useGrouping: "false") }：未发送。
batch-not-sent-again = 批次 { NUMBER($batch, useGrouping: "false") }：没有重新发送。
batch-put-back = 批次 { NUMBER($batch, useGrouping: "false") }：将再次尝试发送。
batch-absent = 批次 { NUMBER($batch, useGrouping: "false") }：查找 { NUMBER($searches) } 次后仍未找到。需要有人决定。
batch-sent-again = 批次 { NUMBER($batch, useGrouping: "false") }：等待重新发送。
batch-given-up = 批次 { NUMBER($batch, useGrouping: "false") }：已放弃。
batch-stopped = 批次 { NUMBER($batch, useGrouping: "false") }：已停止。
leads-left-out-erased = 批次 { NUMBER($batch, useGrouping: "false") }：剔除了 { NUMBER($leads) } 条线索，其号码在发送前已被清除。
leads-left-out-do-not-call = 批次 { NUMBER($batch, useGrouping: "false") }：剔除了 { NUMBER($leads) } 条线索，其号码在预检后被加入勿扰名单。
leads-put-back = 批次 { NUMBER($batch, useGrouping: "false") }：已剔除的 { NUMBER($leads) } 条线索仍会被呼叫，因为 AIRudder 在之前的发送中已收到它们。勿扰名单上的号码会被取消。
do-not-call-applied = 批次 { NUMBER($batch, useGrouping: "false") }：有 { NUMBER($numbers) } 个号码被加入勿扰名单。Coxswain 会请求 AIRudder 取消它们。
# Stops and cancellations.
stop-wanted = 要求在 AIRudder 停止呼叫：{ NUMBER($batches) } 个批次。
stop-wanted-of-batch = 批次 { NUMBER($batch, useGrouping: "false") }：要求在 AIRudder 停止呼叫。
stop-asked = 批次 { NUMBER($batch, useGrouping: "false") }：已请求 AIRudder 停止。
stop-accepted = 批次 { NUMBER($batch, useGrouping: "false") }：已请求 AIRudder 停止，AIRudder 已同意。
stop-refused = 批次 { NUMBER($batch, useGrouping: "false") }：已请求 AIRudder 停止，AIRudder 已拒绝。
stop-unclear = 批次 { NUMBER($batch, useGrouping: "false") }：已请求 AIRudder 停止，AIRudder 没有明确答复。
cancel-wanted = 第 { NUMBER($row, useGrouping: "false") } 行：要求取消该号码。
cancels-wanted-again = 要求再次请求 AIRudder 取消 { NUMBER($numbers) } 个号码。
cancel-asked = 第 { NUMBER($row, useGrouping: "false") } 行：已请求 AIRudder 取消该号码。
cancel-accepted = 第 { NUMBER($row, useGrouping: "false") } 行：已请求 AIRudder 取消该号码，AIRudder 已同意。
cancel-refused = 第 { NUMBER($row, useGrouping: "false") } 行：已请求 AIRudder 取消该号码，AIRudder 已拒绝。
cancel-unclear = 第 { NUMBER($row, useGrouping: "false") } 行：已请求 AIRudder 取消该号码，AIRudder 没有明确答复。
calls-ended = 批次 { NUMBER($batch, useGrouping: "false") }：呼叫规则从此刻起不允许呼叫。将请求 AIRudder 停止。
stop-rule-applied = 已触发停止规则：已拨打 { NUMBER($dialled) } 条线索，触达 { NUMBER($reached) } 条；{ NUMBER($calls) } 次呼叫后触达率低于 { NUMBER($percent, useGrouping: "false") }%。
# What is dropped, deleted and erased.
draft-minimised = 已清理不再需要的内容：{ $what }。
columns = { NUMBER($columns) } 个未被使用的列
file = 上传的文件
steps = { NUMBER($steps) } 个编辑步骤
first-and-next = { $first }、{ $next }
leads-deleted = 已删除 { NUMBER($leads) } 条线索和 { NUMBER($calls) } 次呼叫：此账户的保留期限为 { NUMBER($days) } 天。统计数据会保留。
numbers-deleted = 已删除 { NUMBER($numbers) } 个号码：冷却期不再需要它们。
drafts-deleted = 已删除 { NUMBER($drafts) } 份 { NUMBER($days) } 天未改动的草稿。
number-erased = 已应请求清除一个号码：{ NUMBER($rows) } 行。
