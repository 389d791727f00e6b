# What else AIRudder tells of a robot: names of its fields, and what stands in them.
can-be-interrupted = 可以打断
last-changed = 最近更改
created = 创建时间
average-call = 平均通话时长
hangs-up-after-silence = 静默多久后挂断（秒）
yes = 是
no = 否
seconds = { NUMBER($count) } 秒
minutes = { NUMBER($count) } 分钟
named = { $name }：{ $value }
and-item = { $first }、{ $item }
and-field = { $first }；{ $field }
number = { NUMBER($number) }
quantity = { NUMBER($value) } { $unit }
