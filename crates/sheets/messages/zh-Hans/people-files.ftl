# What stands in files for people: the rows to fix, and the template of a list.
row = 行
what-to-fix = 需修正的内容
leads = 线索
# The header of a column with the robot’s own name for a field: Oferta (ExtraA).
variable = { $name } ({ $field })
example-name = 示例：请删除此行
example-number = { $number }（示例）
example-gender = 女
