page-title = 列：{ $name }
heading = 匹配列
save = 保存列
back-to-review = 返回审核
variables-matched = 机器人的 { NUMBER($all) } 个变量中已匹配 { NUMBER($filled) } 个
matched-as-last-time = 按上次的方式匹配，上次匹配于 <time>{ $moment }</time>。
columns-of-file = 文件的列
column = 列
first-values = 前几个值
fills = 对应字段
needed = 必需
# What a column can be for.
not-used = 不使用
robot-says = 机器人会说
other-fields = 其他字段
second-columns = 附加列
no-column = 没有列
# Fields that no column fills.
needed-without-column = 必需但没有列
one-value = { $field }：所有行使用同一个值。
without-column = { $field }：没有列。
# The elements are only read aloud.
column-for = 列<hidden>（{ $field }）</hidden>
or-one-value = 或所有行使用同一个值<hidden>（{ $field }）</hidden>
in-every-row = { $field }<hidden>（所有行）</hidden>
one-value-for-every-row = 所有行使用同一个值
takes-place-of-column = 您在此填写的内容会代替列。
# What is told once they are saved.
saved = 列已保存。
count-changed = { $kind }：{ NUMBER($after) }，之前 { NUMBER($before) }。
counts-unchanged = 计数没有变化。
replaced = 已替换：{ $columns }。
quoted = “{ $header }”
