# What is held of a number beside lists, and what AIRudder must be asked for once it is erased.
others = { NUMBER($count) } 条提及该号码的其他号码的线索：从尚未发送的批次中剔除，因此不会呼叫
calls = { NUMBER($count) } 次已结束的呼叫
open-calls = { NUMBER($count) } 次未结束的呼叫
numbers = { NUMBER($count) } 个为冷却期保留的号码
files = { NUMBER($count) } 个已上传的文件
steps = { NUMBER($count) } 个编辑步骤
texts = { NUMBER($count) } 条来自 AIRudder 的文本
pushes = { NUMBER($count) } 条来自 AIRudder 的推送
ask-for-lists = 删除此处列出的每个任务中该号码、姓名和文本的副本。
ask-for-recordings = 删除与此号码的每次呼叫的录音和文字记录。
ask-for-unclear = 在没有明确答复的批次中查找该号码，并在那里取消：Coxswain 不知道 AIRudder 是否有该批次。
task-at-airudder = “{ $name }”，ID { $id }
task-perhaps-at-airudder = “{ $name }”：不清楚 AIRudder 是否有
