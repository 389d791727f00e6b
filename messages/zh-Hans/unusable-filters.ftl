# What of a filter in an address cannot be used, as it stands in the sentence that says so.
group = 分组
stage = 阶段
batch = 批次
ring = 振铃情况
hour = 小时
talk = 通话时长
long-search = 过长的搜索内容
person = 人员
action = 操作类型
outcome = 结果
day = 日期
id = ID
page = 页码
period = 时间范围
days-in-wrong-order = 顺序颠倒的日期
