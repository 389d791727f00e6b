# What columns of a list are for, and columns without a header.
column = Kolom { NUMBER($place, useGrouping: "false") }
variable = { $name } ({ $field })
joined = Kolom tambahan untuk { $field }
otherwise = Dipakai jika { $field } kosong
quoted = “{ $column }”
chosen-twice = “{ $column }” dipilih untuk { $one } dan untuk { $other }. Pilih untuk salah satunya saja.
contested = { $use }: { $columns } dipilih. Pilih satu.
contested-or-second = { $use }: { $columns } dipilih. Pilih satu, atau “{ $second }” untuk yang lain.
contested-and-second = { $use }: { $columns } dipilih. Pilih satu, dan “{ $second }” untuk paling banyak satu kolom lain.
