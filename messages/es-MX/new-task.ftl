page-title = Nueva tarea
like = Nueva tarea, como <em>{ $task }</em>
back-to-task = Volver a esa tarea
nobody-called = No se llama a nadie hasta que verifique y envíe.
# The list.
list = Lista
drop = <none>Suelte su lista aquí</none><kept>Reemplazar: suelte otra lista aquí</kept> o elija un archivo
list-hint = Archivo CSV, TSV, Excel u OpenDocument. Máximo 64 MB y 200,000 leads.
# Said by the script about a file that is chosen.
file-too-large = “{ $file }” pesa { $size }. El límite es de 64 MB: divida la lista o guárdela como CSV.
read-list = Leer la lista
uploading = Subiendo y leyendo su lista. Puede tardar unos segundos.
upload-progress = Progreso de la subida
percent-sent = { $percent }% subido
# Said by the script where something goes wrong on the way.
unreachable = No se puede conectar con Coxswain. Lo que escribió y el archivo siguen aquí: compruebe que tiene conexión y presione “Revisar leads” de nuevo.
signed-out = Su sesión terminó, así que ya no se guarda nada. Lo que escribió y el archivo siguen aquí: presione “Revisar leads” e inicie sesión.
broken-off = Se perdió la conexión al subir “{ $file }”. Tal vez el archivo cambió o se movió desde que lo eligió, o un proxy delante de Coxswain rechaza archivos de este tamaño. Lo que escribió sigue aquí: elija el archivo otra vez y presione “Revisar leads”. Si vuelve a suceder, avise a su administrador.
too-large = Un servidor delante de Coxswain rechazó un archivo de este tamaño (413), así que Coxswain no lo recibió. Lo que escribió y el archivo siguen aquí. Avise a su administrador: el README de Coxswain dice qué debe dejar pasar un proxy. Mientras tanto, divida el archivo.
not-waited = Un servidor delante de Coxswain no esperó la respuesta de Coxswain ({ $status }). Lo que escribió y el archivo siguen aquí. Es posible que Coxswain todavía esté leyendo la lista: mire en Borradores dentro de un minuto, antes de subirla otra vez.
not-ours = Un servidor delante de Coxswain respondió en su lugar ({ $status }). Lo que escribió y el archivo siguen aquí. Presione “Revisar leads” de nuevo. Si vuelve a suceder, avise a su administrador.
# The list that is kept.
leads = { $count ->
    [one] { $count } lead
   *[other] { $count } leads
}
columns-used = { $count ->
    [one] Se usa { $count } columna de la lista
   *[other] Se usan { $count } columnas de la lista
}
not-sure = Coxswain no está seguro de qué es cada columna. Se le preguntará antes de que haya leads listos.
rows-to-fix = { $count ->
    [one] { $count } fila por corregir
   *[other] { $count } filas por corregir
}
nothing-to-fix = No hay nada que corregir en la lista.
saved-in-draft = { $file } está guardado en un borrador: { $leads }, { $rows }.
# What the task is.
details = Datos de la tarea
robot = Robot
choose-robot = Elija un robot
robots-used-last = Usados recientemente
language-not-given = Idioma no indicado
line = Línea
choose-line = Elija una línea
no-lines = Todavía no hay líneas. Pida a un administrador que agregue una en Configuración.
name = Nombre de la tarea
name-hint = AIRudder muestra este nombre con un código que lo hace único. Máximo { NUMBER($most) } caracteres. Si se deja vacío, toma el nombre de la lista.
platform = Plataforma
platform-hint = La marca o aplicación de los leads que no indican ninguna. Máximo 20 caracteres.
mode = Modo
language = Idioma
variables = Variables
no-variables = Ninguna
about-robot = Acerca de este robot
download-template = Descargar su plantilla
variables-of-each = Variables de cada robot
filled-notes = Un lead sin comentario recibe una referencia corta al enviarse, para distinguir su resultado de los demás. Los administradores pueden desactivarlo en Configuración.
purpose = Para qué es la lista
purpose-asked = La regla de llamadas pide los tres datos.
do-not-call = Usar la lista de no llamar de AIRudder
do-not-call-hint = AIRudder no llama a los números de su propia lista de no llamar.
advanced = Avanzado
asynchronous = Dejar que AIRudder cree la tarea en segundo plano
asynchronous-hint = AIRudder responde antes de aceptar todos los números. Úselo solo si AIRudder estuvo de acuerdo.
stop-percent = Detener cuando se contacte a menos de (%)
stop-percent-hint = De los leads que se marcaron. Deje vacíos ambos campos para llamar a todos.
stop-calls = Después de cuántas llamadas
stop-calls-hint = Las llamadas en curso cuentan cuando terminan. La página de la tarea dice cuándo se detuvo.
# When to call.
when-to-call = Cuándo llamar
time-in = Hora de { $zone }
now-hint = Las llamadas empiezan cuando usted envía. AIRudder fija el final.
later-hint = Elija los días y las horas.
choose-day = Elija un día
choose-time = Elija una hora
start = Inicio
opens-at = Hora de inicio
end = Fin
closes-at = Hora de finalización
end-hint = Al menos 30 minutos después del inicio, a más tardar el { $latest }. Un horario de varios días incluye las noches.
calling-rule = Regla de llamadas: { $rule }.
move-to = Mover a { $time }
redials = Rellamadas
redials-hint = Cuántas veces vuelve a llamar AIRudder si nadie contesta. De 0 a 15.
redial-minutes = Minutos entre rellamadas
redial-minutes-hint = De 0 a 30.
stagger = Minutos entre lotes
stagger-hint = Esta lista se envía en { NUMBER($batches) } lotes. 0: todos empiezan juntos. 30: cada uno empieza 30 minutos después del anterior. Con “{ $now }” puede detener los lotes que aún no se envían.
# What the task will be, and the way on.
summary = Resumen
when = Cuándo
not-chosen = Sin elegir
review = Revisar leads
check = Verificar con AIRudder
saved-once-chosen = Su lista se guarda en un borrador en cuanto la elige.
saved = Guardado como borrador
# What is told once the form was sent.
time-changed = Se cambió el horario de llamadas.
replaced = Su versión reemplazó a una más reciente, guardada en otra pestaña o por otra persona. Compare antes de continuar.
