# Why a row of a list was not sent.
not-left-out = No se omitió
has-an-error = Tiene un error
duplicate = Duplicado: otra fila tiene el mismo número
duplicate-of = Duplicado de la fila { NUMBER($row, useGrouping: "false") }
recent = Se llamó hace poco en otra tarea
recent-in = En “{ $task }”, { $day }
do-not-call = En una lista de no llamar
on-list = En una lista de no llamar: { $list }
held-back = Retenido
left-out = Omitido por una persona
