# What was done, as the audit log tells it: without a subject, who did it stands beside each sentence.
set-up = 作为首位管理员完成了 Coxswain 的初始设置。
set-up-refused = 初始设置密钥被拒绝：{ $reason }。
signed-in = 登录。
signed-in-with = 使用{ $by }登录。
by-password = 密码
by-password-and-app = 密码和身份验证器应用的验证码
by-password-and-recovery-code = 密码和恢复码
by-passkey = 通行密钥
by-link = 一次性链接
by-link-and-app = 一次性链接和身份验证器应用的验证码
by-link-and-recovery-code = 一次性链接和恢复码
sign-in-refused = 登录被拒绝：{ $reason }。
sign-in-refused-of-unknown = 登录被拒绝：{ $reason }（电子邮箱 { $digest }…）。
signed-out = 退出登录。
session-ended = 结束了会话 { $session }。
other-sessions-ended = 结束了 { NUMBER($sessions) } 个其他会话。
# Why something was refused.
unknown-email = 没有人使用此电子邮箱
disabled = 此人已停用
wrong-password = 密码错误
wrong-code = 第二重验证的验证码错误
wrong-passkey = 通行密钥错误，或已超时
changed-meanwhile = 密码或角色在此期间已更改
too-many-attempts = 尝试次数过多
link-expired = 已失效
link-unknown = 已使用、已撤销或从未创建
key-unknown = 错误或已失效
# Settings.
secrets-encrypted-anew = 用新密钥加密了 { NUMBER($secrets) } 项机密。
account-made = 添加了账户“{ $name }”。
credentials-changed = 更改了账户的 AIRudder 凭据。
holiday-added = 添加了节假日 { $date }“{ $name }”（{ $country }）。
holiday-removed = 移除了节假日 { $date }“{ $name }”（{ $country }）。
push-address-made = 生成了 AIRudder 的推送地址。
# People. Roles are those in a sentence.
as-viewer = { -viewer }
as-preparer = { -preparer }
as-launcher = { -launcher }
as-administrator = { -administrator }
no-role = 无角色
person-added = 添加了一位人员，角色为{ $role }。
person-invited = 邀请了 { $email }，角色为{ $role }。
invitation-revoked = 撤销了对 { $email } 的邀请。
invitation-accepted = 接受了邀请，角色为{ $role }。
role-changed = 将角色由{ $old }改为{ $new }。
person-disabled = 停用了一位人员。
person-enabled = 启用了一位人员。
reset-started = 发起了密码重置。
reset-used = 通过重置链接设置了新密码。
link-refused = 一次性链接被拒绝：{ $reason }。
name-changed = 更改了自己的姓名。
password-changed = 更改了自己的密码。
password-change-refused = 未能确认身份：{ $reason }。
confirmed = 确认了身份。
app-added = 设置了身份验证器应用。
app-removed = 移除了自己的身份验证器应用。
passkey-added = 添加了通行密钥。
passkey-removed = 移除了通行密钥。
recovery-codes-made = 生成了新的恢复码。
factors-removed = 移除了一位人员的所有第二重验证。
# Lists and drafts.
list-uploaded = 上传了 { NUMBER($rows) } 行的名单（SHA-256 { $digest }…）。
fixed-rows-uploaded = 上传了已修正的行，更改了 { NUMBER($rows) } 行（SHA-256 { $digest }…）。
check-started = 开始预检 { NUMBER($leads) } 条线索；其中手动修正 { NUMBER($fixed) } 行。
check-cancelled = 取消了预检。
draft-discarded = 丢弃了含 { NUMBER($leads) } 条线索的草稿。
draft-restored = 恢复了草稿。
# What calls people, and what stops it.
approved = 批准了 { NUMBER($leads) } 条线索的启动。
# The last three are 1 where it is so, and 0 otherwise.
submitted = 提交了 { NUMBER($leads) } 条线索{ $refused ->
    [0] { "" }
   *[other] ，不含被拒绝的 { $refused } 条
    }{ $at-night ->
    [1] ，在夜间呼叫
   *[other] { "" }
    }{ $outside-rule ->
    [1] ，在呼叫规则之外呼叫
   *[other] { "" }
    }{ $approved ->
    [1] ，经另一人批准
   *[other] { "" }
    }。
submitted-test = 提交了测试：呼叫一次本人的号码。
rule-overridden = 填写了在呼叫规则之外呼叫的理由：{ $rule }。
rule-overridden-for-batch = 填写了批次 { NUMBER($batch, useGrouping: "false") } 在呼叫规则之外呼叫的理由：{ $rule }。
batch-sent-again = 重新发送了批次 { NUMBER($batch, useGrouping: "false") }。
batch-given-up = 放弃了批次 { NUMBER($batch, useGrouping: "false") }。
batch-stopped = 停止了批次 { NUMBER($batch, useGrouping: "false") }。
stop-wanted = 请求 AIRudder 停止 { NUMBER($batches) } 个批次。
stop-wanted-of-batch = 请求 AIRudder 停止批次 { NUMBER($batch, useGrouping: "false") }。
cancel-wanted = 请求 AIRudder 取消第 { NUMBER($row, useGrouping: "false") } 行的号码。
cancels-wanted-again = 再次请求 AIRudder 取消 { NUMBER($numbers) } 个号码。
marked-done = 将任务标记为已处理。
needs-attention-again = 撤回了任务的“已处理”标记。
# Looks at personal data. Digits are 0 where nothing was searched for.
lead-shown = 单独查看了一条线索{ $digits ->
    [0] { "" }
   *[other] ，按号码中的 { $digits } 位数字找到
    }。
lead-of-row-shown = 单独查看了一条线索（名单第 { NUMBER($row, useGrouping: "false") } 行）{ $digits ->
    [0] { "" }
   *[other] ，按号码中的 { $digits } 位数字找到
    }。
lead-of-rows-shown = 单独查看了一条线索（名单第 { NUMBER($first) } 至 { NUMBER($last) } 行）{ $digits ->
    [0] { "" }
   *[other] ，按号码中的 { $digits } 位数字找到
    }。
leads-shown = 查看了草稿的 { NUMBER($leads) } 条线索{ $digits ->
    [0] { "" }
   *[other] ，按号码中的 { $digits } 位数字找到
    }。
leads-of-row-shown = 查看了草稿的 { NUMBER($leads) } 条线索（名单第 { NUMBER($row, useGrouping: "false") } 行）{ $digits ->
    [0] { "" }
   *[other] ，按号码中的 { $digits } 位数字找到
    }。
leads-of-rows-shown = 查看了草稿的 { NUMBER($leads) } 条线索（名单第 { NUMBER($first) } 至 { NUMBER($last) } 行）{ $digits ->
    [0] { "" }
   *[other] ，按号码中的 { $digits } 位数字找到
    }。
columns-shown = 查看了名单的列：{ NUMBER($cells) } 个单元格含完整号码。
replacement-shown = 查看了替换文字的预览：{ NUMBER($cells) } 个单元格含完整号码。
numbers-shown = 查看了呼叫的 { NUMBER($numbers) } 个完整号码。
numbers-of-row-shown = 查看了呼叫的 { NUMBER($numbers) } 个完整号码（名单第 { NUMBER($row, useGrouping: "false") } 行）。
numbers-of-rows-shown = 查看了呼叫的 { NUMBER($numbers) } 个完整号码（名单第 { NUMBER($first) } 至 { NUMBER($last) } 行）。
file-downloaded-whole = 下载了{ $file }：{ NUMBER($rows) } 行，含完整号码。
file-downloaded-masked = 下载了{ $file }：{ NUMBER($rows) } 行，号码隐去部分数字。
leads-as-sent = 已发送的线索
calls = 呼叫记录
rows-to-fix = 待修正的行
number-searched-in-tasks = 按号码中的 { NUMBER($digits) } 位数字查找：找到 { NUMBER($found) } 个任务。
number-searched-in-calls = 按号码中的 { NUMBER($digits) } 位数字查找：找到 { NUMBER($found) } 次呼叫。
erasure-looked-up = 查询了所保存的某个号码的数据：{ NUMBER($rows) } 行。
number-erased = 清除了一个号码：{ NUMBER($accounts) } 个账户中的 { NUMBER($rows) } 行。
stays-on-list = 该号码保留在勿扰名单中。
# What a role did not allow: what it was is an action such as “work on drafts”.
forbidden = 没有权限{ $what }（角色：{ $role }）。
do-this = 执行此操作
account-forbidden = 请求了自己没有任何角色的账户。
too-many-checks = 被拒绝预检：一小时内次数过多。
too-many-downloads = 被拒绝下载文件：一小时内次数过多。
too-many-searches = 被拒绝按号码查找：一小时内次数过多。
log-exported = 导出了审计日志的 { NUMBER($entries) } 条记录。
# Do-not-call lists.
do-not-call-added = 将 { NUMBER($numbers) } 个号码加入了公司的勿扰名单。
do-not-call-added-from-file = 将文件中的 { NUMBER($numbers) } 个号码加入了公司的勿扰名单{ $rows ->
    [0] { "" }
   *[other] ，另有 { NUMBER($rows) } 行无法读取
    }（SHA-256 { $digest }…）。
do-not-call-removed = 将一个号码从勿扰名单“{ $list }”中移除：{ $reason }
do-not-call-searched = 在勿扰名单中查找了一个号码：{ NUMBER($found) } 条记录。
do-not-call-list-taken-in = 上传了 { $day } 的勿扰名单“{ $list }”，含 { NUMBER($numbers) } 个号码（SHA-256 { $digest }…）。
do-not-call-list-taken-in-partly = 上传了 { $day } 的勿扰名单“{ $list }”，含 { NUMBER($numbers) } 个号码，另有 { NUMBER($rows) } 行无法读取（SHA-256 { $digest }…）。
do-not-call-list-removed = 移除了含 { NUMBER($numbers) } 个号码的勿扰名单“{ $list }”。
do-not-call-reapplied = 按恢复日志，将 { NUMBER($listed) } 个号码重新加入公司的勿扰名单，并将 { NUMBER($taken-off) } 个号码重新移出勿扰名单。
do-not-call-key-made = 为勿扰名单中的号码生成了新密钥。
# Who it was where nobody is known.
command-line = 命令行
not-signed-in = 未登录
