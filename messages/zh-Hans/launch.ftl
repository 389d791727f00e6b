checking = 正在由 AIRudder 预检
nobody-yet = 目前还不能呼叫任何人
check = 由 AIRudder 预检
check-again = 重新预检
complete-settings = 完善设置
back-to-review = 返回审核
ask-launcher = 草稿已就绪。只有启动者和管理员可以提交：请让其中一位打开此页面。
call-me-first = 先呼叫我
confirm-first = 在呼叫开始之前，请确认是您本人。您以前没有使用过此浏览器，或者上次确认已超过 12 小时。之后您会回到此页面。
confirm = 确认是您本人
# The second person.
approve-only = 仅批准
approved = 由 { $by } 于 <time>{ $at }</time> 批准。在以上内容有任何更改之前有效。
not-approved = 尚未批准。须由未更改过草稿的启动者或管理员批准。
changed-by = 更改者
approval = 批准
ask-somebody-else = 您更改过此草稿，因此必须由另一人批准：未更改过它的启动者或管理员。请把此页面的地址发给其中一位。
copy-address = 复制地址
# Outside of the calling rule.
move-to = 改到 { $window }
save-reason = 保存理由
# What is confirmed.
batches = 批次
leads = { NUMBER($leads) } 条线索
robot-says = 机器人说的话
values-of-first = 第一条呼叫的线索的取值：第 { NUMBER($row, useGrouping: "false") } 行。
values-of-first-named = 首条将呼叫线索的变量值：第 { NUMBER($row, useGrouping: "false") } 行，{ $customer }。
says = { $name }：“{ $value }”
says-nothing = { $name }：无
empty-in-all = 所有线索中都为空
empty-in = { NUMBER($leads) } 条线索中有 { NUMBER($empty) } 条为空
check-heading = 预检
# The element “until” stands for until when the check is good, with the seconds that are left.
checked = 已于 <at>{ $at }</at> 预检，<until></until>
