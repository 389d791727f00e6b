more-than = { NUMBER($number) }+
# What goes on at the server.
leads-processed = 已处理 { $done }/{ $total } 条线索
leads-checked = 已预检 { $done }/{ $total } 条线索
checks-made = 已完成 { $done }/{ $total } 次预检
no-answer = Coxswain 没有响应。工作仍在继续。正在重试…
reload-page = 重新加载页面
# Buttons.
asks = { $text }…
cancel = 取消
undo = 撤销
copied = 已复制
discard = 丢弃草稿
discard-asks = 丢弃…
# Calls as a bar.
not-known-yet = 尚不清楚
shares-of-calls = { NUMBER($reached) }% 已触达，{ NUMBER($ended) }% 未触达，{ NUMBER($open) }% 未结束
# Fields and lists.
no-longer-listed = { $choice }（已不在列表中）
search = 搜索
left-out = 地址中的筛选条件含有 Coxswain 无法使用的内容：{ $what }。该部分筛选条件已被忽略，因此显示的内容可能比要求的多。
good-until = 有效期至 <time>{ $moment }</time>
seconds-left = （剩余 { $seconds } 秒）
over = （已过期：请重新预检）
# Pages of a list.
pages = 分页
previous = 上一页<hidden></hidden>
next = 下一页<hidden></hidden>
none = 无
past-the-end = 已超出末尾，共 { NUMBER($matched) } 条
one-of = 第 { NUMBER($first) } 条，共 { NUMBER($matched) } 条
some-of = 第 { NUMBER($first) }–{ NUMBER($last) } 条，共 { NUMBER($matched) } 条
# Passkeys.
passkey-exists = 此设备已有 Coxswain 的通行密钥。
passkey-not-sent = 无法连接 Coxswain。请重试。
passkey-not-used = 未使用通行密钥。请重试，或选择其他方式。
# What a list is for.
purpose = 用途
purpose-hint = 为什么给这些人打电话。最多 200 个字符。
source = 名单来源
source-hint = 号码从哪里来。
legal-basis = 法律依据
legal-basis-hint = 为什么可以给他们打电话，例如他们的同意以及同意书的存放位置。
# Leads that AIRudder refused.
refused = AIRudder 拒绝的线索
row = 行
mobile = 手机号
reason = 原因
reason-from-airudder = AIRudder 给出的原因
customer = 客户
# Steps.
steps = 步骤
step-done = { $step }<hidden>，已完成</hidden>
step-failed = { $step }：{ $word }
