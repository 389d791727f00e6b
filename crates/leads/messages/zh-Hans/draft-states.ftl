# How far a draft has come, and which drafts are shown.
no-list = 尚无名单
settings = 设置待完善
question = 有问题待回答
checking = 预检中
refused-by-airudder = 被 AIRudder 拒绝
leads-refused = { NUMBER($leads) } 条被拒绝
checked = 已预检
rows-to-fix = { NUMBER($rows) } 行待修正
nothing-ready = 没有就绪的线索
ready = 就绪
any = 任意状态
to-fix = 待修正
discarded = 已丢弃
