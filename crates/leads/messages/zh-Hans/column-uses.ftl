# What columns of a list are for, and columns without a header.
column = 第 { NUMBER($place, useGrouping: "false") } 列
variable = { $name }（{ $field }）
joined = { $field }的附加列
otherwise = { $field }为空时使用
quoted = “{ $column }”
chosen-twice = “{ $column }”同时选作{ $one }和{ $other }。请只用于其中一个。
contested = { $use }：选择了{ $columns }。请只选一列。
contested-or-second = { $use }：选择了{ $columns }。请只选一列，或将另一列选作“{ $second }”。
contested-and-second = { $use }：选择了{ $columns }。请只选一列，其余最多一列可选作“{ $second }”。
