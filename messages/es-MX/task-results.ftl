call-again = Volver a llamar a personas…
# What must be known to read the numbers.
cannot-be-told-apart = { $leads ->
    [one] { $leads } lead no se puede distinguir.
   *[other] { $leads } leads no se pueden distinguir.
}
strangers = AIRudder informa de llamadas cuyo número no se envió: { $ends }. No se cuentan.
others = otros
renamed = Los resultados del robot cambiaron de nombre desde que se contaron estas llamadas.
count-again = Contar de nuevo con los nombres nuevos
meanings = Qué significan los números
# From the list to interest.
funnel = De la lista al interés
funnel-figures = Cifras: de la lista al interés
funnel-of-list = En la lista: { NUMBER($listed) }, enviados: { NUMBER($sent) }, marcados: { NUMBER($dialled) }, contactados: { NUMBER($reached) }, interesados: { NUMBER($interested) }.
funnel-of-test = Enviados: { NUMBER($sent) }, marcados: { NUMBER($dialled) }, contactados: { NUMBER($reached) }, interesados: { NUMBER($interested) }.
level = Nivel
leads = Leads
share = Proporción
listed = En la lista
sent = Enviados
dialled = Marcados
reached = Contactados
interested = Interesados
left-out = Omitidos: { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }
refused = AIRudder rechazó { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }: <link>ver los motivos</link>.
not-created = { $leads ->
    [one] { $leads } lead está
   *[other] { $leads } leads están
    } en lotes que AIRudder no ha creado: <link>ver los lotes</link>.
# When they answered.
hours = Cuándo contestaron
hours-so-far = Cuándo han contestado hasta ahora
hours-figures = Cifras: cuándo contestaron
hours-scroll = Horas
hours-chart = Llamadas por la hora de su última marcación: { $reached ->
    [one] se contactó { $reached }
   *[other] se contactaron { $reached }
    } de { $calls ->
    [one] { $calls } llamada
   *[other] { $calls } llamadas
    }.
no-dials = AIRudder aún no ha informado de ninguna marcación.
hour = Hora
day-and-hour = { $day }, { $hour }
calls = Llamadas
not-reached = No contactados
not-finished = Sin terminar
share-reached = Proporción de contactados
legend = <good>Contactados</good> <plain>No contactados</plain>. Cada llamada está en la hora de su última marcación, en { $zone }.
legend-with-open = <good>Contactados</good> <plain>No contactados</plain> <busy>Sin terminar</busy>. Cada llamada está en la hora de su última marcación, en { $zone }.
last-dials-only = De los números que se volvieron a marcar solo se conoce la última marcación.
hour-unknown = AIRudder no informa cuándo { $calls ->
    [one] se marcó { $calls } llamada
   *[other] se marcaron { $calls } llamadas
    }.
# Read aloud of a column.
calls-of-hour = { $moment }: { $calls ->
    [one] { $calls } llamada
   *[other] { $calls } llamadas
    }
# How long they talked.
talk = Cuánto hablaron
talk-so-far = Cuánto han hablado hasta ahora
talk-figures = Cifras: cuánto hablaron
talk-chart = Cuánto { $calls ->
    [one] duró { $calls } llamada
   *[other] duraron { $calls } llamadas
    }.
talk-average = { $average } en promedio en { $calls ->
    [one] { $calls } llamada
   *[other] { $calls } llamadas
    }, desde el inicio de la última marcación hasta su fin.
no-talks = AIRudder aún no ha informado de ninguna conversación.
talk-length = Conversación
# What people said.
said = Qué dijo la gente
said-so-far = Qué ha dicho la gente hasta ahora
said-figures = Cifras: qué dijo la gente
said-chart = Resultados de { $calls ->
    [one] { $calls } llamada
   *[other] { $calls } llamadas
    } según lo que dijo la gente, en el orden de los resultados del robot.
no-results = Ninguna llamada tiene un resultado todavía.
result = Resultado
group = Grupo
share-of-reached = Proporción de contactados
result-of-robot = { $result }, { $robot }
shares-of-reached = Las proporciones son de { $reached ->
    [one] { $reached } contactado
   *[other] { $reached } contactados
    }.
results-not-reached = { $calls ->
    [one] { $calls } llamada con resultado no cuenta como contactada.
   *[other] { $calls } llamadas con resultado no cuentan como contactadas.
}
unnamed = Un resultado aún no tiene nombre y cuenta como contactado. <link>Nombrar los resultados de este robot</link>
# Why the others were not reached.
why-not = Por qué no se contactó a los demás
why-not-some = { $calls ->
    [one] Por qué no se contactó a { $calls }
   *[other] Por qué no se contactó a { $calls }
}
why-not-figures = Cifras: por qué no se les contactó
why-not-chart = Cómo { $numbers ->
    [one] timbró { $numbers } número que no se contactó
   *[other] timbraron { $numbers } números que no se contactaron
    } en la última marcación, lo más frecuente primero.
none-unanswered = Ninguna llamada ha terminado sin respuesta todavía.
ended-unanswered = { $rate } de { $sent ->
    [one] { $sent } enviado terminó
   *[other] { $sent } enviados terminaron
    } sin respuesta.
how-it-rang = Cómo timbró
# The results in a few lines.
summary = Resumen para un chat
copy-summary = Copiar el resumen
# Beside another task.
compared = En comparación con la tarea anterior
compared-with = Con <link>{ $task }</link>, con cuya configuración empezó esta tarea. El intervalo tiene una confianza del 95%.
compared-so-far = Hasta ahora: las llamadas de esta tarea no han terminado.
compared-reached = Contactados: { $now } de los marcados, antes { $before }.
compared-interested = Interesados: { $now } de los contactados, antes { $before }.
this-task = Esta tarea
task-before = la tarea anterior
# Follow-ups.
follow-ups = Seguimientos
task = Tarea
of-all-follow-ups = En total, cada número una vez: { $numbers ->
    [one] { $numbers } número
   *[other] { $numbers } números
    }, contactados { $reached }, interesados { $interested }.
# What those shares are of.
all = todos
those-reached = los contactados
