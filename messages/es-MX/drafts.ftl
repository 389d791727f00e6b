page-title = Borradores
about = Tareas que aún no se envían. Desde un borrador no se llama a nadie.
about-until-deleted = { $days ->
    [one] Tareas que aún no se envían. Desde un borrador no se llama a nadie. Un borrador que nadie cambia durante { $days } día se elimina.
   *[other] Tareas que aún no se envían. Desde un borrador no se llama a nadie. Un borrador que nadie cambia durante { $days } días se elimina.
}
about-discarded = Borradores descartados en los últimos { NUMBER($days) } días. Los anteriores se eliminan.
filter = Filtrar tareas
search-in = Borrador, archivo o persona
status = Estado
among-the-latest = Estos están entre los { NUMBER($count) } borradores con cambios más recientes. Busque los demás.
none-discarded = No hay borradores descartados
none-discarded-text = Un borrador descartado se puede restaurar aquí durante { NUMBER($days) } días.
show-open = Mostrar borradores abiertos
none-match = Ningún borrador coincide
none-match-text = Use menos palabras u otro estado.
none = No hay borradores
none-text = Una tarea que empiece se queda aquí hasta que la envíe o la descarte.
new-task = Nueva tarea
draft = Borrador
leads = Leads
started-by = Iniciado por
last-changed = Último cambio
discarded = Descartado
actions = Acciones
continue = Continuar
restore = Restaurar borrador
