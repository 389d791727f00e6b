# What is told of changes to the leads of a draft.
nothing-to-change = No hay nada que cambiar.
leads-changed = { $count ->
    [one] { $count } lead cambió.
   *[other] { $count } leads cambiaron.
}
not-found = Ninguna celda de { $field } contiene “{ $find }”.
replaced = { $count ->
    [one] Se reemplazó “{ $find }” en { $count } celda de { $field }.
   *[other] Se reemplazó “{ $find }” en { $count } celdas de { $field }.
}
kept = { $others ->
    [one] Se conserva la fila { NUMBER($row, useGrouping: "false") }. Se omite la otra fila con su número.
   *[other] Se conserva la fila { NUMBER($row, useGrouping: "false") }. Se omiten las otras { NUMBER($others, useGrouping: "false") } filas con su número.
}
choose-file = Elija el archivo con las filas corregidas.
# Read aloud once leads have been changed on the page.
row-status = Fila { NUMBER($row, useGrouping: "false") }: { $status }.
nothing-left = Ya no queda nada por corregir.
page-unchanged = Nada ha cambiado en esta página.
rows-updated = { NUMBER($count) } filas actualizadas.
# What is told of one lead.
row-saved = Fila { NUMBER($row, useGrouping: "false") } guardada.
row-left-out = Fila { NUMBER($row, useGrouping: "false") } omitida.
row-included = Fila { NUMBER($row, useGrouping: "false") } incluida de nuevo.
undone = Se deshizo: { $step }.
redone = Se rehízo: { $step }.
# What is told of a draft.
approved = Aprobado. Mientras nada cambie, cualquier lanzador puede iniciar las llamadas en esta página.
check-cancelled = La verificación se canceló.
checked-again = Se guardó la opción para los duplicados. La verificación se hace de nuevo.
discarded = Se descartó { $draft }.
restored = Se restauró { $draft }.
file-read-again = El archivo se leyó de nuevo. Las correcciones hechas antes ya no están.
