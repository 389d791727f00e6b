# Why a task needs attention, and what to do.
searched-for = 还不能标记为已处理：AIRudder 可能已创建它，Coxswain 仍在查找。
might-be-created = 在 AIRudder 可能已创建它时，不能标记为已处理。
not-needed = 这个任务不需要处理。
unknown-task = AIRudder 可能已创建这个任务。
unknown-batches = AIRudder 可能已创建 { NUMBER($all) } 个批次中的 { NUMBER($lost) } 个。
search = Coxswain 正在查找{ $lost ->
   *[other] 它
    }。在此期间请勿重新发送名单。
search-next = Coxswain 正在查找{ $lost ->
   *[other] 它
    }，下一次：{ $next }。在此期间请勿重新发送名单。
absent-task = 经过 { NUMBER($searches, useGrouping: "false") } 次查找，AIRudder 仍未列出这个任务。
absent-batches = 经过 { NUMBER($searches, useGrouping: "false") } 次查找，AIRudder 仍未列出 { NUMBER($all) } 个批次中的 { NUMBER($lost) } 个。
decide = 请决定：重新发送{ $lost ->
   *[other] 或放弃
    }。
refused-without-lead = AIRudder 拒绝了这个任务，因此不会呼叫任何人。它没有指出是哪条线索。
read-why = 请打开任务查看原因，修正后重新发送。
refused-leads = AIRudder 拒绝了 { NUMBER($leads) } 条线索，因此不会呼叫任何人。
refused-more-leads = AIRudder 拒绝了 { NUMBER($most) } 多条线索，因此不会呼叫任何人。
fix-leads = 请打开任务修正{ $leads ->
   *[other] 线索
    }，然后重新发送。
stopped-task = 这个任务在发送前已停止，因此不会呼叫任何人。
stopped-batches = 所有批次在发送前都已停止，因此不会呼叫任何人。
nothing-sent = 什么都没有发送，因此不会呼叫任何人。
send-batches-again = 请重新发送其批次，或用这些设置新建任务。
start-new-task = 已过开始时间：请用这些设置新建任务。
given-up-task = 这个任务已放弃。其线索视为未呼叫。
given-up-batches = { NUMBER($all) } 个批次中有 { NUMBER($count) } 个已放弃。其线索视为未呼叫。
call-given-up = 请新建任务来呼叫它们。如果 AIRudder 之后列出某个批次，“立即刷新”会找到它。
of-all-refused = { NUMBER($all) } 个批次中有 { NUMBER($count) } 个被拒绝
of-all-not-sent = { NUMBER($all) } 个批次中有 { NUMBER($count) } 个未发送
of-all-stopped = { NUMBER($all) } 个批次中有 { NUMBER($count) } 个已停止
of-all-given-up = { NUMBER($all) } 个批次中有 { NUMBER($count) } 个已放弃
further-not-sent = { NUMBER($count) } 个未发送
further-stopped = { NUMBER($count) } 个已停止
further-given-up = { NUMBER($count) } 个已放弃
other-batch-called = { $told }。另一个批次的线索会照常呼叫。
others-called = { $told }。其他批次的线索会照常呼叫。
send-not-called = 请打开任务，发送未呼叫的线索。
send-not-sent = 请打开任务，发送尚未发送的部分。
cancels-unconfirmed = AIRudder 尚未确认取消 { NUMBER($numbers) } 个不应呼叫的号码，仍可能呼叫。
cancels-refused = AIRudder 拒绝取消 { NUMBER($numbers) } 个不应呼叫的号码，仍可能呼叫。
cancels-refused-and-unconfirmed = AIRudder 拒绝取消 { NUMBER($refused) } 个不应呼叫的号码，另有 { NUMBER($unconfirmed) } 个尚未确认取消，仍可能呼叫。
coxswain-keeps-asking = Coxswain 会继续请求。请打开任务停止呼叫，或告知 AIRudder 的支持团队。
ask-again = 请打开任务再次请求或停止呼叫，或告知 AIRudder 的支持团队。
