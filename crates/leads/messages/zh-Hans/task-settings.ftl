# The settings of a task: as label and value, and in a few words each.
robot = 机器人
line = 线路
when = 时间
redials = 重拨次数
platform = 平台
batches = 批次
do-not-call = 勿扰
stop = 停止其余呼叫
in-background = 后台创建
# Values.
group = { $robot }（群组）
now = 现在
no-redials = 无
redials-at-once = { NUMBER($redials) } 次，立即重拨
redial-after = 1 次，{ NUMBER($minutes) } 分钟后
redials-apart = { NUMBER($redials) } 次，间隔 { NUMBER($minutes) } 分钟
apart = 间隔 { NUMBER($minutes) } 分钟
list-used = 使用 AIRudder 的名单
yes = 是
# In a few words each, one behind the other.
briefly-now = 现在
briefly-no-redials = 不重拨
briefly-at-once = 立即重拨 { NUMBER($redials) } 次
briefly-after = { NUMBER($minutes) } 分钟后重拨 1 次
briefly-apart = 重拨 { NUMBER($redials) } 次，间隔 { NUMBER($minutes) } 分钟
briefly-batches = 批次间隔 { NUMBER($minutes) } 分钟
briefly-list = AIRudder 的勿扰名单
briefly-stopped = { $rule }停止
