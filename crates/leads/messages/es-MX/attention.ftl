# Why a task needs attention, and what to do.
searched-for = Aún no se puede marcar como atendida: AIRudder pudo haberla creado y Coxswain todavía la busca.
might-be-created = No se puede marcar como atendida mientras AIRudder pueda haberla creado.
not-needed = Esta tarea no requiere atención.
unknown-task = AIRudder pudo haber creado esta tarea.
unknown-batches = AIRudder pudo haber creado { NUMBER($lost) } de { NUMBER($all) } lotes.
search = Coxswain continúa { $lost ->
    [one] la búsqueda
   *[other] las búsquedas
    }. Mientras tanto, no envíe la lista de nuevo.
search-next = Coxswain continúa { $lost ->
    [one] la búsqueda
   *[other] las búsquedas
    }; la próxima: { $next }. Mientras tanto, no envíe la lista de nuevo.
absent-task = AIRudder no muestra esta tarea después de { NUMBER($searches, useGrouping: "false") } búsquedas.
absent-batches = AIRudder no muestra { NUMBER($lost) } de { NUMBER($all) } lotes después de { NUMBER($searches, useGrouping: "false") } búsquedas.
decide = Decida si { $lost ->
    [one] se envía de nuevo o se abandona
   *[other] se envían de nuevo o se abandonan
    }.
refused-without-lead = AIRudder rechazó esta tarea, así que no se llama a nadie. No indicó ningún lead.
read-why = Abra la tarea para leer el motivo, corríjala y envíe de nuevo.
refused-leads = AIRudder rechazó { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }, así que no se llama a nadie.
refused-more-leads = AIRudder rechazó más de { NUMBER($most) } leads, así que no se llama a nadie.
fix-leads = Abra la tarea para { $leads ->
    [one] corregirlo
   *[other] corregirlos
    } y enviar de nuevo.
stopped-task = Esta tarea se detuvo antes de enviarse, así que no se llama a nadie.
stopped-batches = Todos los lotes se detuvieron antes de enviarse, así que no se llama a nadie.
nothing-sent = No se envió nada, así que no se llama a nadie.
send-batches-again = Envíe sus lotes de nuevo, o inicie una tarea nueva con esta configuración.
start-new-task = Su hora de inicio ya pasó: inicie una tarea nueva con esta configuración.
given-up-task = Esta tarea se abandonó. Los leads cuentan como no llamados.
given-up-batches = { $count ->
    [one] Se abandonó { $count } de { NUMBER($all) } lotes
   *[other] Se abandonaron { $count } de { NUMBER($all) } lotes
    }. Los leads cuentan como no llamados.
call-given-up = Inicie una tarea nueva para llamarlos. Si AIRudder muestra un lote más tarde, “Actualizar ahora” lo encuentra.
of-all-refused = { $count ->
    [one] { $count } de { NUMBER($all) } lotes se rechazó
   *[other] { $count } de { NUMBER($all) } lotes se rechazaron
}
of-all-not-sent = { $count ->
    [one] { $count } de { NUMBER($all) } lotes no se envió
   *[other] { $count } de { NUMBER($all) } lotes no se enviaron
}
of-all-stopped = { $count ->
    [one] { $count } de { NUMBER($all) } lotes se detuvo
   *[other] { $count } de { NUMBER($all) } lotes se detuvieron
}
of-all-given-up = { $count ->
    [one] { $count } de { NUMBER($all) } lotes se abandonó
   *[other] { $count } de { NUMBER($all) } lotes se abandonaron
}
further-not-sent = { $count ->
    [one] { $count } no se envió
   *[other] { $count } no se enviaron
}
further-stopped = { $count ->
    [one] { $count } se detuvo
   *[other] { $count } se detuvieron
}
further-given-up = { $count ->
    [one] { $count } se abandonó
   *[other] { $count } se abandonaron
}
other-batch-called = { $told }. Se llama a los leads del otro lote.
others-called = { $told }. Se llama a los leads de los demás.
send-not-called = Abra la tarea para enviar los leads sin llamar.
send-not-sent = Abra la tarea para enviar lo que no se envió.
cancels-unconfirmed = AIRudder no ha confirmado la cancelación de { $numbers ->
    [one] { $numbers } número al que no se debe llamar. Todavía podría llamarlo
   *[other] { $numbers } números a los que no se debe llamar. Todavía podría llamarlos
    }.
cancels-refused = AIRudder se negó a cancelar { $numbers ->
    [one] { $numbers } número al que no se debe llamar. Todavía podría llamarlo
   *[other] { $numbers } números a los que no se debe llamar. Todavía podría llamarlos
    }.
cancels-refused-and-unconfirmed = AIRudder se negó a cancelar { $refused ->
    [one] { $refused } número al que no se debe llamar
   *[other] { $refused } números a los que no se debe llamar
    } y no ha confirmado que cancela { NUMBER($unconfirmed) } más. Todavía podría llamarlos.
coxswain-keeps-asking = Coxswain lo sigue pidiendo. Abra la tarea para detener las llamadas, o avise al soporte de AIRudder.
ask-again = Abra la tarea para volver a pedirlo o detener las llamadas, o avise al soporte de AIRudder.
