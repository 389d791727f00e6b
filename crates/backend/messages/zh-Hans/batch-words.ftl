# What became of a batch, or of a request to stop it. It is stored in English, and read back as the message.
not-built = Coxswain 无法构建此批次。
stopped-before = Coxswain 在发送之前被停止。
not-searched = 无法在 AIRudder 的任务中查找。
database-silent = 发送之前数据库没有响应。
stopped-while-sending = Coxswain 在发送过程中被停止。
failed-while-sending = Coxswain 在发送过程中出错。
stopped-while-asking = Coxswain 在请求过程中被停止。
failed-while-asking = Coxswain 在请求过程中出错。
made-for-the-sandbox = 此任务是为沙盒创建的，不是为 AIRudder。
made-for-airudder = 此任务是为 AIRudder 创建的，不是为沙盒。
waited-too-long = 等待超过 30 分钟。请现在发送，或用这些设置新建任务。
leads-changed = 线索在预检之后有更改。请用这些设置新建任务。
not-compared = Coxswain 无法将其与勿扰名单比对。
nobody-left = 此批次中已没有可呼叫的人：所有号码现在都在勿扰名单上，或已被清除。
created-nothing = AIRudder 拒绝了线索，没有创建任何内容。
every-lead-refused = AIRudder 拒绝了所有线索。
did-not-say = AIRudder 没有说明是否已创建任务。
# How many tasks these are is a text here, so that it can be read back.
several-tasks = AIRudder 有 { $tasks } 个同名任务：{ $ids }。请在那里只保留一个，停止其他任务，否则同一个人会接到两次呼叫。
of-some-lead = AIRudder：“{ $words }”（不清楚是哪条线索）
given-up = 由 { $name } 放弃。
stopped = 由 { $name } 停止。
stopped-by-rule = 根据停止规则停止。
