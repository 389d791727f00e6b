page-title = Llamadas · { $name }
in-order = Llamadas en el orden de la lista.
masked = Los números están ocultos en parte.
whole = Los números se muestran completos, lo cual queda registrado.
times = Las horas están en { $zone }.
refresh = Actualizar ahora
gone = Las llamadas se eliminaron
back-to-results = Volver a los resultados
found = { NUMBER($found) } de { NUMBER($all) } llamadas
download = { $count ->
    [one] Descargar { $count } llamada
   *[other] Descargar { $count } llamadas
}
as-csv = Como CSV
show-whole-numbers = Mostrar números completos
mask-numbers = Ocultar parte de los números
pages = Páginas
pages-below = Páginas, debajo de las llamadas
range = { NUMBER($first) }–{ NUMBER($last) } de { NUMBER($found) }
# The element is only read aloud.
previous = Anterior<aloud>: página de llamadas</aloud>
# The element is only read aloud.
next = Siguiente<aloud>: página de llamadas</aloud>
none-yet = Todavía no hay llamadas
none-yet-text = Las llamadas aparecen aquí cuando AIRudder haya creado un lote de esta tarea.
open-task = Abrir la tarea
none-on-page = No hay llamadas en esta página
none-on-page-text = La lista de { NUMBER($count) } termina antes de esta página.
first-page = Mostrar la primera página
none-match = Ninguna llamada coincide
fewer-filters = Quite uno de los filtros de arriba.
fewer-words = Use menos palabras o menos filtros. Los dígitos se comparan con el final del número; las palabras, con las celdas de la lista.
fewer-words-masked = Use menos palabras o menos filtros. Su rol solo encuentra un número por sus últimos cuatro dígitos, y ninguna otra palabra con dígitos.
show-all-calls = Mostrar todas las llamadas
calls = Llamadas
customer = Cliente
number = Número
result = Resultado
last-dial = Última marcación
talk = Conversación
no-name = Sin nombre
row = Fila { NUMBER($row, useGrouping: "false") }
cancel = Cancelar este número
# Read aloud behind the name of the button.
of-row = de la fila { NUMBER($row, useGrouping: "false") }
cancel-question = ¿Cancelar el número { $number } de la fila { NUMBER($row, useGrouping: "false") }?
cancel-text = Se pide a AIRudder que ya no lo marque en esta tarea. Una llamada en curso puede continuar hasta terminar.
not-told = Sin información
rang = Al marcar: { $ring }
last-dial-at = Última marcación: { $hour }
talk-of = Conversación: { $talk }
filter-calls = Filtrar llamadas
# Read aloud behind a filter.
chosen = (elegido; presione para quitarlo)
batch = Lote
batch-number = Lote { NUMBER($batch, useGrouping: "false") }
any-batch = Cualquier lote
robot = Robot
any-robot = Cualquier robot
any-result = Cualquier resultado
show = Mostrar
show-all = Mostrar todo
search-whole = Cliente, comentario o últimos dígitos
search-masked = Cliente o últimos cuatro dígitos
