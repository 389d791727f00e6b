page-title = Seguimiento · { $task }
heading = Seguimiento de { $task }
about = Crea un borrador con las mismas columnas y correcciones. No se llama a nadie hasta que usted lo envíe.
back = Volver a los resultados
draft = El borrador
people = <count>{ NUMBER($people) }</count> { $people ->
    [one] lead de los grupos marcados
   *[other] leads de los grupos marcados
}
make = Crear el borrador
update = Actualizar las cantidades
who = A quién se llama de nuevo
not-over = { $count ->
    [one] { $count } llamada no ha terminado y no se puede elegir.
   *[other] { $count } llamadas no han terminado y no se pueden elegir.
}
group-left-out = { $count ->
    [one] { $count } se omite de todos modos
   *[other] { $count } se omiten de todos modos
}
left-out = A quién se omite de todos modos
name = Nombre de la tarea
robot = Robot
cooldown = { $days ->
    [one] A ningún número se le llama dos veces en { $days } día: esta tarea llamó a todos estos
   *[other] A ningún número se le llama dos veces en { $days } días: esta tarea llamó a todos estos
}
call-again = Llamarlos de nuevo de todos modos
call-again-hint = Los números a los que otras tareas llamaron hace poco se siguen omitiendo.
leave-out = { $days ->
    [one] Omitir a quienes se llamó en el último día
   *[other] Omitir a quienes se llamó en los últimos { $days } días
}
