sending = 正在发送给 AIRudder
reassurance = 您可以离开此页面。
searching = 正在查找 AIRudder 的任务
searching-text = 目前还不清楚 AIRudder 是否已创建此任务。Coxswain 会查找它，不会再次发送。在此期间请勿用此名单另建任务：同一个人可能会接到两次呼叫。
searches-done = { NUMBER($batches) } 个批次尚未找到。已查找 { NUMBER($searches, useGrouping: "false") } 次，共 { NUMBER($most, useGrouping: "false") } 次。
next-search = 下次查找：{ $at }。
stop-rest = 停止 { NUMBER($batches) } 个批次
rest = { NUMBER($batches) } 个批次（含 { NUMBER($leads) } 条线索）尚未发送。已停止的批次在您发送之前不会呼叫任何人。已发送的批次会继续。
