new-task-like = Nueva tarea con esta configuración
back-to-review = Volver a la revisión
open-robot = Abrir el robot
refresh = Actualizar ahora
test = Prueba
sandbox = Entorno de prueba
submitted = { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    } · enviada por { $by }, <at>{ $at }</at> ({ $zone })
submitted-and-approved = { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    } · enviada por { $by }, <at>{ $at }</at> · aprobada por { $approver }, <approved>{ $approved }</approved> ({ $zone })
refused = AIRudder rechazó { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }
refused-shown = Se muestran { NUMBER($shown) } de { NUMBER($all) }.
times = Las horas están en { $zone }
# The tabs, which name pages of their own too.
task = Tarea
results = Resultados
calls = Llamadas
list = Lista
batches = Lotes
activity = Actividad
part-title = { $part } · { $task }
# The list, and what was sent.
rows = Qué pasó con las filas
rows-file = El archivo tiene todas las filas de la lista: aquellas a las que se llamó, con sus resultados; las demás, con el motivo por el que se omitieron.
download-list = Descargar la lista con resultados
as-csv = Como CSV
sent = Lo que se envió
values = Valores
values-of-row = Fila { NUMBER($row, useGrouping: "false") } de { $file }
proof = <link>Descargar la constancia</link>: la lista, la verificación, quién envió y aprobó, las listas y reglas que se aplicaron y en qué terminaron las llamadas.
proof-before = A partir de entonces su constancia ya no contiene la lista ni las llamadas: <link>descárguela</link> antes.
download-leads = Descargar los leads como se enviaron
# What happens next.
sandbox-stands-in = El entorno de prueba sustituye a AIRudder: en realidad no se llama a nadie.
rest-can-be-stopped = Lo que aún no se envía puede detenerse abajo.
calling-can-be-stopped = “Detener las llamadas”, abajo, detiene el resto, también en AIRudder.
# Stopping.
stop-calling = Detener las llamadas
stop-calling-question = ¿Detener las llamadas de “{ $task }”?
# Why it needs attention.
mark-as-done = Marcar como atendida
ask-again = Pedirlo de nuevo
done = Marcada como atendida por { $by }, <time>{ $at }</time>.
needs-attention-again = Requiere atención de nuevo
# The way back from a refusal.
followed-by = Le sigue <link>{ $task }</link>.
send-others = { $others ->
    [one] Enviar el otro lead…
   *[other] Enviar los otros { $others } leads…
}
fix-and-send-again = Corregir y enviar de nuevo
# What AIRudder’s support asks for.
support = Para el soporte de AIRudder
fingerprint = Huella del archivo (SHA-256)
batch = Lote { NUMBER($batch, useGrouping: "false") }
no-id-yet = aún sin ID
no-id = sin ID
