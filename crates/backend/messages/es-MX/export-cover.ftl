# The first sheet of a workbook of calls: what the rows are.
about = Acerca de
calls = Llamadas
task = Tarea
as-of = Actualizado
so-far = Hasta ahora
rows = Filas
columns = Columnas
exported = Exportado
dialled = Marcado
reached = Contactado
nothing-told = AIRudder aún no ha informado nada
more-can-come = Aún no se crean todos los lotes, así que puede haber más llamadas.
none-begun = No se inició ninguna llamada.
not-asked = Ya no se consulta a AIRudder.
open = { $calls ->
    [one] { $calls } llamada aún no termina.
   *[other] { $calls } llamadas aún no terminan.
}
whole-list = Todas las filas de la lista, también las que se omitieron, cada una con el motivo
columns-dropped = Las que se usaron; las demás se eliminaron después del envío, como eligió la cuenta
all-columns = Todas las de la lista
# A moment as files write it, and the zone that it is in.
moment-in-zone = { $clock } ({ $zone })
