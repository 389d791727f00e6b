# What became of requests to AIRudder to stop batches, or to cancel a number.
the-stop-rule = 停止规则
the-calling-rule = 呼叫规则
# Of one batch.
wanted-once-known = { $by } 于 { $at } 要求停止呼叫。一旦确认 AIRudder 有这个批次，就会向其提出请求。
wanted = { $by } 于 { $at } 要求停止呼叫。即将向 AIRudder 提出请求。
being-asked = 自 { $at } 起正在请求 AIRudder 停止。
agreed = 已于 { $at } 请求 AIRudder 停止。AIRudder 已同意，目前没有已知的进行中呼叫。
agreed-under-way = 已于 { $at } 请求 AIRudder 停止。AIRudder 已同意；可能还有 { NUMBER($calls) } 次呼叫正在进行。
asked = 已于 { $at } 请求 AIRudder 停止。
refused = 已于 { $at } 请求 AIRudder 停止，遭到拒绝。
unclear = 已于 { $at } 请求 AIRudder 停止，但没有明确答复。可能仍会呼叫：请再次请求。
unclear-asked-again = 已于 { $at } 请求 AIRudder 停止，但没有明确答复。只要还可能呼叫，Coxswain 就会再次请求。
of-batch = 批次 { NUMBER($batch, useGrouping: "false") }：{ $told }
# Of several batches, counted.
batches-to-be-asked = { NUMBER($batches) } 个批次：即将请求 AIRudder 停止。
batches-agreed = { NUMBER($batches) } 个批次：已于 { $at } 请求 AIRudder 停止，AIRudder 已同意；可能还有 { NUMBER($calls) } 次呼叫正在进行。
batches-refused = { NUMBER($batches) } 个批次：已于 { $at } 请求 AIRudder 停止，遭到拒绝。原因见各批次。
batches-unclear = { NUMBER($batches) } 个批次：已于 { $at } 请求 AIRudder 停止，但没有明确答复。可能仍会呼叫：请再次请求。
batches-unclear-asked-again = { NUMBER($batches) } 个批次：已于 { $at } 请求 AIRudder 停止，但没有明确答复。只要还可能呼叫，Coxswain 就会再次请求。
by-rule = { $at }：{ $told }
# Of a number that is cancelled.
number-to-be-asked = 即将请求 AIRudder 取消它。
number-being-asked = 自 { $at } 起正在请求 AIRudder 取消它。
number-cancelled = 已取消：AIRudder 于 { $at } 同意。正在进行的呼叫可能会继续。
number-asked = 已于 { $at } 请求 AIRudder 取消它。
number-refused = 已于 { $at } 请求 AIRudder 取消它，遭到拒绝。
number-unclear = 已于 { $at } 请求 AIRudder 取消它，但没有明确答复。只要还可能呼叫，Coxswain 就会再次请求。
# What is asked before a task is stopped.
leads-open = { NUMBER($leads) } 条线索还没有结束。将请求 AIRudder 不再拨打它们；正在拨打的可能会继续到结束。
batches-kept-back = { NUMBER($batches) } 个等待中的批次（{ NUMBER($leads) } 条线索）将不会发送。
