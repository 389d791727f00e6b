# What columns of a list are for, and columns without a header.
column = Columna { NUMBER($place, useGrouping: "false") }
variable = { $name } ({ $field })
joined = Columna agregada a { $field }
otherwise = Se usa donde { $field } está vacío
quoted = “{ $column }”
chosen-twice = “{ $column }” está elegida para { $one } y para { $other }. Elíjala para uno de los dos.
contested = { $use }: están elegidas { $columns }. Elija una.
contested-or-second = { $use }: están elegidas { $columns }. Elija una, o “{ $second }” para la otra.
contested-and-second = { $use }: están elegidas { $columns }. Elija una, y “{ $second }” para otra como máximo.
