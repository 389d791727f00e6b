page-title = Fila { NUMBER($row) }: { $name }
row = Fila { NUMBER($row) }
rows-to-fix = Filas por corregir
previous = Fila anterior por corregir
next = Fila siguiente por corregir
back-to-review = Volver a la revisión
save-and-next = { $count ->
    [one] Guardar y siguiente (queda { $count })
   *[other] Guardar y siguiente (quedan { $count })
}
save = Guardar fila
include = Incluir esta fila
leave-out = Omitir esta fila
call-me-first = Llamarme primero
gender-not-known = Se desconoce
female = femenino
male = masculino
task-robot = El robot de la tarea
