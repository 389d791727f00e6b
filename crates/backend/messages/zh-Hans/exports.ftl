# What stands in files of calls and of leads that were sent: headers, and words in cells.
# Headers. None is a name that a list’s own column for a field has: the file is read as the list was.
sent-reference = 已发送的编号
call-group = 呼叫分组
call-result = 意向结果
result-letter = 意向结果字母
was-reached = 是否触达
dial-began = 最后一次拨打开始时间
dial-ended = 最后一次拨打结束时间
talk-seconds = 通话秒数
how-it-rang = 振铃情况
called-by = 由谁呼叫
sip-line = SIP 线路
batch = 批次
batch-status = 批次状态
why-left-out = 剔除原因
told-otherwise = 其他告知内容
refused-by-airudder = 被 AIRudder 拒绝
again = { $header } ({ NUMBER($count, useGrouping: "false") })
# Words in cells.
yes = 是
not-sent = 未发送
refused = 被 AIRudder 拒绝：{ $words }
not-told = { $state }：{ $word }
