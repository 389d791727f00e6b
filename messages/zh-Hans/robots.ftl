page-title = 机器人
total = { NUMBER($count) } 个机器人
total-as-of = { $total }，截至 <time>{ $moment }</time>
# Behind a moment, or behind how many robots there are.
in-zone = （{ $zone }）
refresh = 立即刷新
updated = 机器人已更新。
robot = 机器人
mode = 模式
any-mode = 任意模式
mode-not-known = 未知
language = 语言
variables = 变量
none-match = 没有匹配的机器人
none-match-text = 请减少搜索词或换一个模式。
show-all = 显示所有机器人
none-yet = 还没有机器人
none-yet-text = 机器人在 AIRudder 中创建。此账户有机器人后就会显示在这里。
