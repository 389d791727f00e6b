# What stands in files for people: the rows to fix, and the template of a list.
row = Fila
what-to-fix = Qué corregir
leads = Leads
# The header of a column with the robot’s own name for a field: Oferta (ExtraA).
variable = { $name } ({ $field })
example-name = Ejemplo: elimine esta fila
example-number = { $number } (ejemplo)
example-gender = mujer
