# The first sheet of a workbook of calls: what the rows are.
about = 说明
calls = 呼叫
task = 任务
as-of = 截至
so-far = 目前
rows = 行
columns = 列
exported = 导出时间
dialled = 已拨打
reached = 已触达
nothing-told = AIRudder 尚未告知任何内容
more-can-come = 尚未创建所有批次，因此还可能有更多呼叫。
none-begun = 没有开始任何呼叫。
not-asked = 不再查询 AIRudder。
open = 还有 { NUMBER($calls) } 次呼叫未结束。
whole-list = 名单的每一行，包括被剔除的行，各附原因
columns-dropped = 用到的列；按账户的设置，其他列已在提交后删除
all-columns = 名单的所有列
# A moment as files write it, and the zone that it is in.
moment-in-zone = { $clock }（{ $zone }）
