heading = Lotes
about = Cada lote es una tarea en AIRudder
batch = Lote
status = Estado
leads = Leads
calls = Llamadas
sent-at = Se enviará: <time>{ $at }</time>.
as-of = Actualizado: <time>{ $at }</time>
provider-status = Estado en AIRudder: { $status }
reached = { $rate } contactados de { $dialled ->
    [one] { $dialled } marcado
   *[other] { $dialled } marcados
    }
# Stopping one batch.
stop = Detener el lote { NUMBER($batch, useGrouping: "false") }
stop-question = ¿Detener las llamadas del lote { NUMBER($batch, useGrouping: "false") }?
stop-text = { $leads ->
    [one] { $leads } lead de “{ $task }” no ha terminado. Se pide a AIRudder que ya no lo marque; lo que se está marcando puede continuar hasta terminar.
   *[other] { $leads } leads de “{ $task }” no han terminado. Se pide a AIRudder que ya no marque ninguno; lo que se está marcando puede continuar hasta terminar.
}
# Sending a batch again.
sent-again-by-others = Usted cambió el borrador de esta tarea: solo un lanzador o un administrador que no lo haya hecho puede enviar este lote de nuevo.
sent-outside-by-others = Usted lanzó esta tarea o cambió su borrador: fuera de esta regla de llamadas, solo un lanzador o un administrador que no haya hecho ninguna de las dos cosas puede enviar este lote de nuevo.
send = Enviar el lote { NUMBER($batch, useGrouping: "false") }
send-outside = Enviar el lote { NUMBER($batch, useGrouping: "false") } fuera de la regla
send-again = Enviar el lote { NUMBER($batch, useGrouping: "false") } de nuevo
send-again-question = ¿Enviar el lote { NUMBER($batch, useGrouping: "false") } de nuevo?
cannot-be-sent-again = No se puede enviar de nuevo: { $why }
unconfirmed = Coxswain busca una vez más entre las tareas de AIRudder. Si el lote no está ahí, { $leads ->
    [one] su { $leads } lead se envía
   *[other] sus { $leads } leads se envían
    } de nuevo con el mismo nombre, lo que AIRudder puede rechazar.
unconfirmed-risk = Si AIRudder creó la tarea sin mostrarla, podría llamarse dos veces a las personas. Si tiene dudas, pregunte antes a AIRudder.
# Giving a batch up.
give-up = Abandonar el lote { NUMBER($batch, useGrouping: "false") }
give-up-question = ¿Abandonar el lote { NUMBER($batch, useGrouping: "false") }?
give-up-text = Este lote nunca se enviará. { $leads ->
    [one] Su { $leads } lead cuenta como no llamado; otra tarea puede llamarlo
   *[other] Sus { $leads } leads cuentan como no llamados; otra tarea puede llamarlos
    }.
give-up-later = Si AIRudder muestra el lote más tarde, “Actualizar ahora” lo encuentra.
