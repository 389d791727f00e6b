# The launch: what becomes of the leads of a list, what it asks, what its button does, and how people are called.
called = { $count ->
    [one] A { $count } se le llama
   *[other] A { $count } se les llama
}
to-fix = { $count ->
    [one] { $count } tiene un error
   *[other] { $count } tienen errores
}
duplicate = { $count ->
    [one] { $count } es un duplicado
   *[other] { $count } son duplicados
}
recent = { $count ->
    [one] { $count } está
   *[other] { $count } están
    } en una tarea { $days ->
    [one] del último día
   *[other] de los últimos { $days } días
    }
recent-task = { $count ->
    [one] { $count } está en una tarea reciente
   *[other] { $count } están en una tarea reciente
}
do-not-call = { $count ->
    [one] { $count } está en una lista de no llamar
   *[other] { $count } están en una lista de no llamar
}
held-back = { $count ->
    [one] { $count } está retenido
   *[other] { $count } están retenidos
}
left-out = { $count ->
    [one] { $count } se omite
   *[other] { $count } se omiten
}
refused = { $count ->
    [one] { $count } rechazado por AIRudder
   *[other] { $count } rechazados por AIRudder
}
called-again = { $count ->
    [one] A { $count } de ellos se le llama de nuevo: está
   *[other] A { $count } de ellos se les llama de nuevo: están
    } en una tarea { $days ->
    [one] del último día.
   *[other] de los últimos { $days } días.
    }
called-again-recent = { $count ->
    [one] A { $count } de ellos se le llama de nuevo: está en una tarea reciente.
   *[other] A { $count } de ellos se les llama de nuevo: están en una tarea reciente.
}
# What is asked.
question-people = ¿Llamar a { $count ->
    [one] { $count } persona
   *[other] { $count } personas
    }?
question-calls = ¿Hacer { $count ->
    [one] { $count } llamada
   *[other] { $count } llamadas
    }?
question-schedule = ¿Programar { $count ->
    [one] { $count } llamada
   *[other] { $count } llamadas
    }?
# The button, and the one of a second person, who approves by it.
call-people = Llamar ahora a { $count ->
    [one] { $count } persona
   *[other] { $count } personas
    }
place-calls = Hacer { $count ->
    [one] { $count } llamada
   *[other] { $count } llamadas
    } ahora
schedule-calls = Programar { $count ->
    [one] { $count } llamada
   *[other] { $count } llamadas
    } para el { $start }
approve-and-call-people = Aprobar y llamar ahora a { $count ->
    [one] { $count } persona
   *[other] { $count } personas
    }
approve-and-place-calls = Aprobar y hacer { $count ->
    [one] { $count } llamada
   *[other] { $count } llamadas
    } ahora
approve-and-schedule-calls = Aprobar y programar { $count ->
    [one] { $count } llamada
   *[other] { $count } llamadas
    } para el { $start }
# What happens next with a task that was submitted. The quoted button is that of its page.
next-at-window = Se llamará a { $people ->
    [one] { $people } persona
   *[other] { $people } personas
    } en este horario: { $window }. Antes no se llama a nadie.
next-once-sent = Se llamará a { $people ->
    [one] { $people } persona
   *[other] { $people } personas
    } en cuanto la lista se envíe a AIRudder.
next-under-way = Se está llamando a { $people ->
    [one] { $people } persona.
   *[other] { $people } personas.
    }
next-under-way-and-more = Se está llamando a { $people ->
    [one] { $people } persona
   *[other] { $people } personas
    }, y a { NUMBER($more) } más en cuanto el resto de la lista se envíe a AIRudder.
first-results-soon = Los primeros resultados llegan en unos dos minutos.
refresh-shows-results = { $people ->
    [one] “Actualizar ahora” muestra el resultado.
   *[other] “Actualizar ahora” muestra los resultados.
}
# The settings that are confirmed, and the links that change them. The element is only read aloud.
robot = Robot
line = Línea
when = Cuándo
redials = Rellamadas
stop-rule = Detener lo que falta
calling-rule = Regla de llamadas
calls-end = Fin de las llamadas
change-robot = Cambiar<hidden> el robot</hidden>
change-line = Cambiar<hidden> la línea</hidden>
change-when = Cambiar<hidden> cuándo se llama</hidden>
change-redials = Cambiar<hidden> las rellamadas</hidden>
change-stop-rule = Cambiar<hidden> cuándo se detiene lo que falta</hidden>
change-calling-rule = Cambiar<hidden> el horario según la regla de llamadas</hidden>
change-calls-end = Cambiar<hidden> el fin de las llamadas</hidden>
now-at = Ahora: { $clock } ({ $zone })
at-window = { $window } ({ $zone })
