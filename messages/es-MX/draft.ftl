page-title = Revisión: { $name }
pages = Páginas
pages-again = Páginas, otra vez
# The steps.
step-form = Lista y configuración de llamadas
step-review = Revisión
step-check = Verificación
step-submit = Envío
to-complete = por completar
not-finished = sin terminar
refused-word = rechazada
some-refused = { $count ->
    [one] { $count } rechazado
   *[other] { $count } rechazados
}
# What can be done with the whole of it.
back-to-drafts = Volver a los borradores
replace-list = Reemplazar la lista
# What the grid says of saving.
saving = Guardando…
saved = Guardado
offline = Cambios sin guardar: <count></count>. Coxswain no responde. Intentando de nuevo…
signed-out = Su sesión está cerrada. <link>Inicie sesión en otra pestaña</link> y sus cambios se guardarán.
no-step = Coxswain no responde. Vuelva a cargar la página para ver si el paso se realizó.
refused = No se guardó. <reason></reason> Vuelva a cargar la página para ver la versión actual.
still-saving = Todavía se está guardando. Inténtelo de nuevo en un momento.
not-pasted = Celdas sin pegar: { $count }. No caben en esta página.
cell = { $column }, fila { $row }
# What goes on from here.
next-page-confirms = Todavía no se llama a nadie: usted confirma en la página siguiente.
dry-run = Es solo una verificación: no crea ninguna tarea ni llama a nadie.
check-is-running = La verificación está en curso.
complete-settings = Completar la configuración
check-again = Verificar de nuevo
check-with-airudder = Verificar con AIRudder
submit = { $count ->
    [one] Enviar { $count } lead
   *[other] Enviar { $count } leads
}
# How many are called, and why the others are not.
nobody-yet = Todavía no se puede llamar a nadie
called = Se llamará a { NUMBER($called) } de { NUMBER($all) }
with-errors = { $count ->
    [one] { $count } tiene errores
   *[other] { $count } tienen errores
}
refused-by-airudder = { $count ->
    [one] { $count } rechazado por AIRudder
   *[other] { $count } rechazados por AIRudder
}
duplicates = { $count ->
    [one] { $count } duplicado
   *[other] { $count } duplicados
}
recent = { $count ->
    [one] { $count } en una tarea reciente
   *[other] { $count } en tareas recientes
}
on-do-not-call-lists = { $count ->
    [one] { $count } en una lista de no llamar
   *[other] { $count } en listas de no llamar
}
held-back = { $count ->
    [one] { $count } retenido
   *[other] { $count } retenidos
}
left-out = { $count ->
    [one] { $count } omitido a mano
   *[other] { $count } omitidos a mano
}
# All were called recently.
call-again = Llamarles de nuevo
another-list = Elegir otra lista
download-rows = { $count ->
    [one] Descargar esta fila
   *[other] Descargar estas { $count } filas
}
# The check.
outdated-check = El borrador cambió después de la verificación. Verifique de nuevo.
checking = Verificando con AIRudder
calls-nobody = Esto no llama a nadie. Puede salir de esta página.
cancel-check = Cancelar la verificación
check-failed = <strong>La verificación no terminó.</strong> No se llama a nadie. Verifique de nuevo en un minuto.
checked = Verificación: <time>{ $moment }</time>.
checked-until = Verificación: <time>{ $moment }</time>, <until></until>.
accepts-all = { $count ->
    [one] AIRudder acepta { $count } lead.
   *[other] AIRudder acepta los { $count } leads.
}
show-refused = { $count ->
    [one] Mostrar { $count } lead rechazado
   *[other] Mostrar { $count } leads rechazados
}
refused-of = { $total ->
    [one] AIRudder rechazó { NUMBER($refused) } de { $total } lead
   *[other] AIRudder rechazó { NUMBER($refused) } de { $total } leads
}
fix-it = Corríjalo o envíe sin él.
fix-them = Corríjalos o envíe sin ellos.
refuses-whole-list = AIRudder rechaza la lista completa
change-settings-or-list = Lea lo que dice, cambie la configuración o la lista y verifique de nuevo.
refuses-unnamed-lead = AIRudder rechaza un lead que no identifica
until-it-is-found = No se llama a nadie hasta encontrarlo y corregirlo u omitirlo.
refuses-unnamed-leads = AIRudder rechaza leads que no identifica
until-they-are-found = No se llama a nadie hasta encontrarlos y corregirlos u omitirlos.
would-refuse = AIRudder rechazaría esta tarea
fix-named = Corrija lo que AIRudder indica y verifique de nuevo.
# Leads that AIRudder refuses without naming them.
looking-for-refused = Buscando los leads rechazados
search-takes = { $checks ->
    [one] Divide la lista a la mitad una y otra vez: cerca de { $checks } verificación. Esto no llama a nadie. Puede salir de esta página.
   *[other] Divide la lista a la mitad una y otra vez: cerca de { $checks } verificaciones. Esto no llama a nadie. Puede salir de esta página.
}
find-it = Encontrarlo
find-them = Encontrarlos
finding-takes = { $checks ->
    [one] Divide la lista a la mitad una y otra vez: cerca de { $checks } verificación. No llama a nadie.
   *[other] Divide la lista a la mitad una y otra vez: cerca de { $checks } verificaciones. No llama a nadie.
}
unnamed = { $count ->
    [one] AIRudder rechaza un lead y no dice cuál.
   *[other] AIRudder da { $count } motivos y no dice para qué leads.
}
more-unnamed = { $count ->
    [one] AIRudder rechaza un lead más y no dice cuál.
   *[other] AIRudder da { $count } motivos más y no dice para qué leads.
}
found = { $count ->
    [one] Se encontró { $count } lead.
   *[other] Se encontraron { $count } leads.
}
no-single-lead = AIRudder acepta cada parte de la lista por separado, así que ningún lead en particular es el motivo.
checks = { $checks ->
    [one] { $checks } verificación
   *[other] { $checks } verificaciones
}
not-found = { $count ->
    [one] { $count } rechazo no se encontró en { $checks }. Corrija los leads que se encontraron y verifique de nuevo.
   *[other] { $count } rechazos no se encontraron en { $checks }. Corrija los leads que se encontraron y verifique de nuevo.
}
no-clear-answer = La búsqueda no terminó, porque AIRudder no dio una respuesta clara.
# Groups of problems.
problems = Problemas
fixed-automatically = Corregido automáticamente
# Columns.
columns = Columnas
matched-as-last-time = Asignadas como la última vez
columns-used = { NUMBER($used) } de { NUMBER($all) } en uso
match-columns = Asignar columnas
no-numbers = Ninguna columna de esta lista se usa para Celular, así que no se puede llamar a nadie.
nearly-all = { NUMBER($count) } de { NUMBER($all) } leads tienen un mismo problema: { $problem }. ¿Se usa la columna correcta?
in-every-row = “{ $value }” en todas las filas
or-else = { $first }; si no, { $second }
# Which task it follows.
follows-calls = Este borrador vuelve a llamar a personas según el resultado de sus llamadas en <link>{ $name }</link>.
follows-task = Este borrador tiene los leads y las correcciones de <link>{ $name }</link>.
refused-before = { $count ->
    [one] AIRudder rechazó { $count } de sus leads: la fila dice por qué.
   *[other] AIRudder rechazó { $count } de sus leads: cada fila dice por qué.
}
recent-left-out-too = Se omiten los leads a los que se llamó recientemente.
show-leads = { $count ->
    [one] Mostrar { $count } lead
   *[other] Mostrar { $count } leads
}
# The leads.
problem = Problema
leads-on-page = Leads de esta página
row = Fila
grid-help = Flechas: mover. Enter o F2: editar. Tab: siguiente problema. Esc: salir. Ctrl+Z: deshacer.
beyond-end = Esta página está después del final
only-matching = { $count ->
    [one] Solo { $count } lead coincide. Es posible que otros se hayan corregido entretanto.
   *[other] Solo { $count } leads coinciden. Es posible que otros se hayan corregido entretanto.
}
last-page = Mostrar la última página
no-leads = No hay leads
no-leads-text = La lista tiene encabezados pero no filas. Elija otro archivo.
none-match = Ningún lead coincide
none-contains = Ningún lead contiene “{ $text }”.
clear-search = Borrar búsqueda
all-fixed = Todo está corregido
ready = { $count ->
    [one] { $count } lead está listo.
   *[other] { $count } leads están listos.
}
no-leads-here = No hay leads aquí
no-leads-here-text = Elija otro conteo de arriba o muestre todos los leads.
show-all = Mostrar todos los leads
# The element is only read aloud.
row-number = <hidden>Fila </hidden>{ NUMBER($row, useGrouping: "false") }
in-the-file = En el archivo: { $text }
empty-in-the-file = En el archivo: vacío
keep-this = Conservar este
keep-this-row = Conservar este: fila { NUMBER($row, useGrouping: "false") }
same-number = Mismo número que la fila { NUMBER($row, useGrouping: "false") }
in-task = En la tarea <link>{ $name }</link>, { $day }
lead-left-out = Omitido a mano
on-do-not-call-list = En una lista de no llamar: { $list }
# Makes a sentence of a few words.
sentence = { $words }.
error = Error: { $sentence }
warning = Advertencia: { $sentence }
# Rows that are held back.
hold-back = Retenerlas
call-too = Llamarles también
# Counts of leads.
filter = Filtrar leads
all = Todos
not-called-yet = aún sin llamar
will-be-called = se les llamará
with-and-without-warnings = con y sin advertencias
called-but-look = se les llama, pero revise
not-called-until-fixed = no se les llama hasta corregirlos
not-called = no se les llama
in-earlier-task = por AIRudder, en la tarea anterior
by-hand = a mano
in-the-list = en la lista
first-is-called = se llama al primero
last-is-called = se llama al último
every-row-is-called = se llama a todas las filas
in-a-recent-task = en una tarea reciente
within-days = { $days ->
    [one] en el último día
   *[other] en los últimos { $days } días
}
# Questions.
do-not-call-lists = Listas de no llamar
which-has-numbers = ¿Qué columna tiene los números de teléfono?
not-sure = Coxswain no está seguro. Ningún lead estará listo hasta que usted elija.
which-is = ¿Qué columna es { $field }?
several-fit = Varias columnas coinciden. Ningún lead estará listo hasta que usted elija.
none-of-them = Ninguna de ellas
use-column = Usar esta columna
no-column-for-it = El robot dice { $variable }, pero esta lista no tiene columna para ello.
no-column-for-them = El robot dice { $variables }, pero esta lista no tiene columnas para ellas.
choose-or-leave-empty = Elija las columnas o deje vacías estas variables. Ningún lead estará listo hasta que usted elija.
use-columns = Usar estas columnas
leave-empty = Dejarlas vacías
no-column = Ninguna columna
second-numbers = “{ $header }” también tiene números de teléfono ({ $samples }). Puede llamar a esos números en las filas donde el primero está vacío.
use-there = Usarla ahí
# Numbers that come twice.
duplicates-setting = Duplicados
called-within = { $days ->
    [one] Llamados en el último día
   *[other] Llamados en los últimos { $days } días
}
are-left-out = se omiten
are-called-again = se les llama de nuevo
# The second element is only read aloud.
change-duplicates = <link>Cambiar</link><hidden> qué pasa con los duplicados</hidden>
not-again-within = { $days ->
    [one] No volver a llamar en { $days } día
   *[other] No volver a llamar en { $days } días
}
number-in-several-rows = Si un número está en varias filas
save = Guardar
all-rows-called = Se llama a todas las filas: a algunas personas se les llama más de una vez.
duplicates-left-out = { $count ->
    [one] Se omitió { $count } duplicado.
   *[other] Se omitieron { $count } duplicados.
}
days = { $days ->
    [one] { $days } día
   *[other] { $days } días
}
recent-left-out = { $count ->
    [one] Se omitió { $count } número: está en una tarea de hace { $days } o menos.
   *[other] Se omitieron { $count } números: están en una tarea de hace { $days } o menos.
}
recent-called-again = Se vuelve a llamar a los números de tareas recientes.
search-leads = Buscar leads
# How the leads will be called.
settings = Configuración
call = Llamada
settings-to-complete = configuración por completar
# The element is only read aloud.
change-call = Cambiar<hidden> la configuración de llamadas</hidden>
call-me-first = Llamarme primero
batches = Lotes
split = { NUMBER($leads) } leads en { NUMBER($batches) } lotes: { $sizes }.
one-batch-of = uno de { NUMBER($size) }
batches-of = { NUMBER($count) } de { NUMBER($size) }
# The file.
rows-of-it = { $count ->
    [one] { $count } de sus filas
   *[other] { $count } de sus filas
}
wrong-sheet = ¿Hoja equivocada?
sheet = Hoja
other-encodings = Otras codificaciones
letters-look-wrong = ¿Se ven mal las letras?
choose-reading = Elija la línea que se lee bien
read-again = Volver a leer el archivo
header-row-choice = Fila { NUMBER($row, useGrouping: "false") }: { $text }
no-headers = Sin encabezados: la primera fila es un lead
headers-elsewhere = ¿Encabezados en otra fila?
header-row = Fila de encabezados
fixes-are-lost = Volver a leer el archivo elimina sus correcciones.
other-sheets = Otras hojas de este archivo parecen leads, pero no están en esta lista: { $sheets }.
sheet-with-rows = { $rows ->
    [one] “{ $name }” ({ $rows } fila)
   *[other] “{ $name }” ({ $rows } filas)
}
add-sheets = Agregar estas hojas
# What works on all leads.
find-and-replace = Buscar y reemplazar
column = Columna
find = Buscar
replace-with = Reemplazar con
find-cells = Buscar celdas
rows-as-file = Filas por corregir en un archivo
fix-in-excel = Corríjalas en Excel y suba el archivo. Solo reemplaza esas filas.
excel-workbook = Libro de Excel
csv = CSV
fixed-file = Archivo corregido
upload-fixed = Subir filas corregidas
# One step back, and forth again.
undo = Deshacer
redo = Rehacer
nothing-undone = No se deshizo nada.
nothing-changed = Todavía no se ha cambiado nada.
undo-what = Deshacer: { $what }
redo-what = Rehacer: { $what }
