page-title = Columnas: { $name }
heading = Asignar columnas
save = Guardar columnas
back-to-review = Volver a la revisión
variables-matched = { $all ->
    [one] { NUMBER($filled) } de { $all } variable del robot asignada
   *[other] { NUMBER($filled) } de { $all } variables del robot asignadas
}
matched-as-last-time = Asignadas como la última vez, el <time>{ $moment }</time>.
columns-of-file = Columnas del archivo
column = Columna
first-values = Primeros valores
fills = Campo
needed = necesaria
# What a column can be for.
not-used = No se usa
robot-says = El robot dice
other-fields = Otros campos
second-columns = Columnas adicionales
no-column = Ninguna columna
# Fields that no column fills.
needed-without-column = Necesarios, sin columna
one-value = { $field }: un valor para todas las filas.
without-column = { $field }: sin columna.
# The elements are only read aloud.
column-for = Columna<hidden> para { $field }</hidden>
or-one-value = o un valor para todas las filas<hidden> de { $field }</hidden>
in-every-row = { $field }<hidden> en todas las filas</hidden>
one-value-for-every-row = Un valor para todas las filas
takes-place-of-column = Lo que escriba aquí sustituye a una columna.
# What is told once they are saved.
saved = Columnas guardadas.
count-changed = { $kind }: { NUMBER($after) }, antes { NUMBER($before) }.
counts-unchanged = Los conteos no cambiaron.
replaced = Reemplazadas: { $columns }.
quoted = “{ $header }”
