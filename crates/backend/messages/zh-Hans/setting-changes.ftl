# What changed of settings, as the audit log tells it.
settings-changed = 更改了设置：{ $changes }。
settings-saved = 保存了设置，没有更改。
rule-changed = 更改了{ $rule }：{ $changes }。
rule-saved = 保存了{ $rule }，没有更改。
results-changed = 更改了意向结果的含义（版本 { NUMBER($version, useGrouping: "false") }）：{ $changes }。
results-saved = 保存了意向结果的含义（版本 { NUMBER($version, useGrouping: "false") }），没有更改。
change = { $field }由{ $old }改为{ $new }
first-and-next = { $first }；{ $next }
nothing = 空
on = 开启
off = 关闭
# Fields of the account.
name = 账户名称
country = 国家
language = 语言
zone = 时区
platform = 平台
lines = 线路
default-line = 默认线路
dnc-arranged = AIRudder 的勿扰名单
fill-notes = 补全缺少的备注
two-persons = 另一人批准
sector = 行业
list-purpose = 名单的用途
list-source = 名单来源
legal-basis = 法律依据
batch-size = 每批次的线索数
cooldown-days = 冷却期（天）
refuse-outdated-lists = 拒绝已过期的名单
# Fields of the retention.
result-days = 线索和呼叫的保留天数
draft-days = 草稿的保留天数
unused-columns = 未被使用的列
# Fields of a calling rule.
monday = 星期一
tuesday = 星期二
wednesday = 星期三
thursday = 星期四
friday = 星期五
saturday = 星期六
sunday = 星期日
from = 开始时间
to = 结束时间
zones = 时区
on-holidays = 节假日
action = 规则之外的处理方式
needs-purpose = 须说明用途
source = 来源
read-on = 查阅日期
is-confirmed = 确认
# What was chosen in a calling rule.
clock-of-account = 账户的时区
clock-of-country = 该国的所有时区
as-other-days = 照常呼叫
no-calls = 不呼叫
warning = 警告
refusal = 拒绝
