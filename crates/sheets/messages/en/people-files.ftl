# What stands in files for people: the rows to fix, and the template of a list.
row = Row
what-to-fix = What to fix
leads = Leads
# The header of a column with the robot’s own name for a field: Oferta (ExtraA).
variable = { $name } ({ $field })
example-name = Example: delete this row
example-number = { $number } (example)
example-gender = female
