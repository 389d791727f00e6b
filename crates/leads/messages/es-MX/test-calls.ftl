# Calls of a person’s own number.
own-number = Escriba su propio número.
long-value = Un valor tiene { NUMBER($found, useGrouping: "false") } caracteres. Redúzcalo a { NUMBER($most, useGrouping: "false") }.
no-lead = No se llama a ningún lead de esta lista. Corrija una fila o elija una aquí.
no-row = Esta lista no tiene la fila { NUMBER($row, useGrouping: "false") }. Elija otra.
in-row = Fila { NUMBER($row, useGrouping: "false") }: { $told }
settings-first = Cambie primero la configuración de llamadas.
call-now = Llamar ahora al { $number }
