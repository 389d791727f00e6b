page-title = Fila { NUMBER($row, useGrouping: "false") }: { $name }
row = Fila { NUMBER($row, useGrouping: "false") }
rows-to-fix = Filas por corregir
previous = Fila anterior por corregir
next = Fila siguiente por corregir
back-to-review = Volver a la revisión
save-and-next = { $count ->
    [one] Guardar y pasar a la siguiente (queda { $count })
   *[other] Guardar y pasar a la siguiente (quedan { $count })
}
save = Guardar fila
include = Incluir esta fila
leave-out = Omitir esta fila
call-me-first = Llamarme primero
gender-not-known = Se desconoce
female = femenino
male = masculino
task-robot = El robot de la tarea
