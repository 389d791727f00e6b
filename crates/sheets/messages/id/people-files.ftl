# What stands in files for people: the rows to fix, and the template of a list.
row = Baris
what-to-fix = Yang perlu diperbaiki
leads = Prospek
# The header of a column with the robot’s own name for a field: Oferta (ExtraA).
variable = { $name } ({ $field })
example-name = Contoh: hapus baris ini
example-number = { $number } (contoh)
example-gender = perempuan
