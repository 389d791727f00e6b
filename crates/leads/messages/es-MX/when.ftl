# When to call: the choices of the form, windows, and batches one after the other.
now = Ahora
today-until = Hoy hasta las { $end }
tomorrow-hours = Mañana { $from }–{ $to }
later = Más tarde
today = Hoy, { $day }
tomorrow = Mañana, { $day }
# A window, on one day or on several.
window-of-day = { $start }–{ $end }
window-of-day-with-change = { $start }–{ $end } (hay un cambio de hora en ese lapso)
window = { $start } – { $end }
window-with-change = { $start } – { $end } (hay un cambio de hora en ese lapso)
# Batches one after the other.
last-is-sent = { $batches ->
    [one] { $batches } lote
   *[other] { $batches } lotes
    }, con { $apart ->
    [one] { $apart } minuto
   *[other] { $apart } minutos
    } de diferencia. El último se envía { $behind ->
    [one] { $behind } minuto
   *[other] { $behind } minutos
    } después del primero.
last-starts = { $batches ->
    [one] { $batches } lote
   *[other] { $batches } lotes
    }, con { $apart ->
    [one] { $apart } minuto
   *[other] { $apart } minutos
    } de diferencia. El último empieza el { $start }.
last-too-late = { $batches ->
    [one] { $batches } lote
   *[other] { $batches } lotes
    }, con { $apart ->
    [one] { $apart } minuto
   *[other] { $apart } minutos
    } de diferencia: el último se enviaría más de 5 días después del primero. Use como máximo { $fewer ->
    [one] { $fewer } minuto
   *[other] { $fewer } minutos
    } entre lotes.
start-skipped = El lote { NUMBER($batch, useGrouping: "false") } empezaría el { $start }, una hora que los relojes se saltan. Cambie el inicio o los minutos entre lotes.
window-too-far = El horario está demasiado lejos en el futuro. Elija un inicio anterior.
window-too-short-end-later = El horario es demasiado corto: el lote { NUMBER($batch, useGrouping: "false") } empezaría el { $start }, menos de 30 minutos antes del final. Use menos minutos entre lotes o termine el { $least } o después.
window-too-short-start-earlier = El horario es demasiado corto: el lote { NUMBER($batch, useGrouping: "false") } empezaría el { $start }, menos de 30 minutos antes del final. Use menos minutos entre lotes o elija un inicio anterior.
too-many-batches = { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    } en lotes de { NUMBER($size) } serían { NUMBER($batches) } lotes; el límite es { NUMBER($most) }. Pida a un administrador que aumente “Leads por lote” al menos a { NUMBER($enough) } en Configuración.
at-night = Hora en { $place }: { $time }. Se le llamaría ahora, de noche.
# When what is left of a task is stopped by itself.
stop-rule = cuando se contacta a menos del { NUMBER($percent) }% después de { $calls ->
    [one] { $calls } llamada
   *[other] { $calls } llamadas
    }
