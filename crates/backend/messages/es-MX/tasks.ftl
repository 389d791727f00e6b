# Why something was not done with a task, and what to do.
nothing-sent = No se envió nada.
nothing-changed = No se cambió nada.
called-twice = No se envió: { $numbers ->
    [one] { $numbers } número está en una tarea más reciente y se llamaría dos veces.
   *[other] { $numbers } números están en una tarea más reciente y se llamarían dos veces.
    } Inicie en su lugar una tarea nueva con esta configuración.
no-batch-waits = No hay nada que detener: ningún lote está en espera.
no-call-is-open = No hay nada que detener: ya no queda ninguna llamada abierta de esta tarea.
call-is-over = La llamada de la fila { NUMBER($row, useGrouping: "false") } ya terminó. No hay nada que cancelar.
ran-in-the-sandbox = Esta tarea se ejecutó en el entorno de prueba; AIRudder no la tiene.
is-at-airudder = Esta tarea está en AIRudder; Coxswain usa ahora el entorno de prueba.
airudder-is-slow = AIRudder está lento. Se muestra lo que ha llegado hasta ahora.
type-the-whole-number = Escriba el número de teléfono completo. Su rol no puede buscar por una parte de él.
results-changed-meanwhile = Alguien más cambió estos resultados mientras tanto. No se guardó nada: haga sus cambios en lo que se muestra ahora.
calls-are-not-over = Las llamadas de esta tarea no han terminado. La próxima respuesta de AIRudder se cuenta automáticamente con los nombres nuevos.
refused-leads = Leads que AIRudder rechazó
left-out = Omitidos
calling-rule = Regla de llamadas
outside-of-rule-unreadable = Algunas llamadas podrían quedar fuera de la regla de llamadas. Los detalles los guardó otra versión de Coxswain y no se pueden mostrar.
