# What happened to a task or an account. Who did it stands beside each sentence.
unreadable = Esta versión de Coxswain no puede leer este evento. El registro del programa dice cuál es.
settings-saved = Guardó la configuración.
draft-discarded = Descartó el borrador con { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }.
draft-restored = Restauró el borrador.
leads-downloaded = Descargó { $leads ->
    [one] { $leads } lead como se envió
   *[other] { $leads } leads como se enviaron
    }.
calls-exported-whole = Descargó { $rows ->
    [one] { $rows } fila
   *[other] { $rows } filas
    } de llamadas, con números completos.
calls-exported-masked = Descargó { $rows ->
    [one] { $rows } fila
   *[other] { $rows } filas
    } de llamadas, con los números ocultos en parte.
numbers-shown = Vio { $numbers ->
    [one] { $numbers } número
   *[other] { $numbers } números
    }.
number-searched = Buscó un número: { $tasks ->
    [one] { $tasks } tarea
   *[other] { $tasks } tareas
    }.
approved = Aprobó { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }.
rule-overridden = Dio un motivo para llamar fuera de { $rule }.
rule-overridden-for-batch = Lote { NUMBER($batch, useGrouping: "false") }: dio un motivo para llamar fuera de { $rule }.
# The last three are 1 where it is so, and 0 otherwise.
submitted = Envió { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }{ $refused ->
    [0] { "" }
    [one] , sin { NUMBER($refused, useGrouping: "false") } que AIRudder rechazó
   *[other] , sin { NUMBER($refused, useGrouping: "false") } que AIRudder rechazó
    }{ $at-night ->
    [one] , para llamar de noche de todos modos
   *[other] { "" }
    }{ $outside-rule ->
    [one] , para llamar fuera de la regla de llamadas por un motivo
   *[other] { "" }
    }{ $approved ->
    [one] , con la aprobación de una segunda persona
   *[other] { "" }
    }.
submitted-test = Envió una prueba: una llamada a su propio número.
submitted-test-at-night = Envió una prueba: una llamada a su propio número, de noche de todos modos.
marked-done = Marcó la tarea como atendida.
needs-attention-again = La tarea requiere atención de nuevo.
refreshed = Se actualizó desde AIRudder.
push-address-made = Creó una dirección para las notificaciones push de AIRudder.
# Batches. Words are AIRudder’s, or say what went wrong.
batch-created = Lote { NUMBER($batch, useGrouping: "false") }: creado como { $id } en AIRudder.
batch-created-without = Lote { NUMBER($batch, useGrouping: "false") }: creado como { $id } en AIRudder, sin { $refused ->
    [one] { $refused } lead rechazado
   *[other] { $refused } leads rechazados
    }.
batch-found = Lote { NUMBER($batch, useGrouping: "false") }: encontrado como { $id } en AIRudder.
batch-refused = Lote { NUMBER($batch, useGrouping: "false") }: rechazado.
batch-refused-with-words = Lote { NUMBER($batch, useGrouping: "false") }: { $words }
batch-unknown = Lote { NUMBER($batch, useGrouping: "false") }: desconocido.
batch-not-sent = Lote { NUMBER($batch, useGrouping: "false") }: no enviado.
batch-not-sent-again = Lote { NUMBER($batch, useGrouping: "false") }: no se envió de nuevo.
batch-put-back = Lote { NUMBER($batch, useGrouping: "false") }: se intentará de nuevo.
batch-absent = Lote { NUMBER($batch, useGrouping: "false") }: no encontrado después de { $searches ->
    [one] { $searches } búsqueda
   *[other] { $searches } búsquedas
    }. Alguien tiene que decidir.
batch-sent-again = Lote { NUMBER($batch, useGrouping: "false") }: en espera de enviarse de nuevo.
batch-given-up = Lote { NUMBER($batch, useGrouping: "false") }: abandonado.
batch-stopped = Lote { NUMBER($batch, useGrouping: "false") }: detenido.
leads-left-out-erased = Lote { NUMBER($batch, useGrouping: "false") }: { $leads ->
    [one] se omitió { $leads } lead, borrado
   *[other] se omitieron { $leads } leads, borrados
    } antes del envío.
leads-left-out-do-not-call = Lote { NUMBER($batch, useGrouping: "false") }: { $leads ->
    [one] se omitió { $leads } lead, que está en una lista de no llamar
   *[other] se omitieron { $leads } leads, que están en una lista de no llamar
    } desde la verificación.
leads-put-back = Lote { NUMBER($batch, useGrouping: "false") }: { $leads ->
    [one] se llama de todos modos a { $leads } lead omitido, porque AIRudder ya lo tenía
   *[other] se llama de todos modos a { $leads } leads omitidos, porque AIRudder ya los tenía
    } de un envío anterior. Se cancelan los que están en una lista de no llamar.
do-not-call-applied = Lote { NUMBER($batch, useGrouping: "false") }: { $numbers ->
    [one] { $numbers } número se agregó a una lista de no llamar. Coxswain pide a AIRudder que lo cancele
   *[other] { $numbers } números se agregaron a una lista de no llamar. Coxswain pide a AIRudder que los cancele
    }.
# Stops and cancellations.
stop-wanted = Quiere que AIRudder detenga las llamadas: { $batches ->
    [one] { $batches } lote
   *[other] { $batches } lotes
    }.
stop-wanted-of-batch = Lote { NUMBER($batch, useGrouping: "false") }: quiere que AIRudder detenga las llamadas.
stop-asked = Lote { NUMBER($batch, useGrouping: "false") }: se pidió a AIRudder detener las llamadas.
stop-accepted = Lote { NUMBER($batch, useGrouping: "false") }: se pidió a AIRudder detener las llamadas y aceptó.
stop-refused = Lote { NUMBER($batch, useGrouping: "false") }: se pidió a AIRudder detener las llamadas y se negó.
stop-unclear = Lote { NUMBER($batch, useGrouping: "false") }: se pidió a AIRudder detener las llamadas y no dio una respuesta clara.
cancel-wanted = Fila { NUMBER($row, useGrouping: "false") }: quiere que se cancele el número.
cancels-wanted-again = Quiere que se pida de nuevo a AIRudder cancelar { $numbers ->
    [one] { $numbers } número
   *[other] { $numbers } números
    }.
cancel-asked = Fila { NUMBER($row, useGrouping: "false") }: se pidió a AIRudder cancelar el número.
cancel-accepted = Fila { NUMBER($row, useGrouping: "false") }: se pidió a AIRudder cancelar el número y aceptó.
cancel-refused = Fila { NUMBER($row, useGrouping: "false") }: se pidió a AIRudder cancelar el número y se negó.
cancel-unclear = Fila { NUMBER($row, useGrouping: "false") }: se pidió a AIRudder cancelar el número y no dio una respuesta clara.
calls-ended = Lote { NUMBER($batch, useGrouping: "false") }: la regla de llamadas no permite llamadas a partir de ahora. Se pide a AIRudder detenerlas.
stop-rule-applied = Se aplicó la regla de paro: { $dialled ->
    [one] contactados: { NUMBER($reached) } de { $dialled } lead marcado
   *[other] contactados: { NUMBER($reached) } de { $dialled } leads marcados
    }, menos del { NUMBER($percent, useGrouping: "false") }% después de { $calls ->
    [one] { $calls } llamada
   *[other] { $calls } llamadas
    }.
# What is dropped, deleted and erased.
draft-minimised = Se eliminó lo que ya no se necesita: { $what }.
columns = { $columns ->
    [one] { $columns } columna que no se usa
   *[other] { $columns } columnas que no se usan
    }
file = el archivo subido
steps = { $steps ->
    [one] { $steps } paso de edición
   *[other] { $steps } pasos de edición
    }
first-and-next = { $first }, { $next }
leads-deleted = Se eliminaron { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    } y { $calls ->
    [one] { $calls } llamada
   *[other] { $calls } llamadas
    }, que la cuenta conserva durante { $days ->
    [one] { $days } día
   *[other] { $days } días
    }. Las cifras se conservan.
numbers-deleted = { $numbers ->
    [one] Se eliminó { $numbers } número, que el periodo de espera ya no necesita
   *[other] Se eliminaron { $numbers } números, que el periodo de espera ya no necesita
    }.
drafts-deleted = { $drafts ->
    [one] Se eliminó { $drafts } borrador que nadie había tocado
   *[other] Se eliminaron { $drafts } borradores que nadie había tocado
    } en { $days ->
    [one] { $days } día
   *[other] { $days } días
    }.
number-erased = Se borró un número a petición: { $rows ->
    [one] { $rows } fila
   *[other] { $rows } filas
    }.
