# The results of a robot: letters, and what they mean.
not-named = 尚未命名
letter-with-name = { $name }（{ $letter }）
letter-not-named = { $letter }（尚未命名）
letter-twice = 这个字母已在另一行。请保留其中一个。
choose-group = 请选择分组。
too-many = 一个机器人最多可有 { NUMBER($most) } 个意向结果。
type-letter = 请输入机器人给出的字母。
long-letter = 字母最多 { NUMBER($most) } 个字符。
type-name = 请输入名称。
long-name = 名称最多 { NUMBER($most) } 个字符。
type-order = 请输入 1 到 { NUMBER($most) } 之间的整数。
