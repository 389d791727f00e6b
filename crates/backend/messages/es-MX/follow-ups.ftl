# Why no follow-up was made of a task, and what happened to its people.
nobody-chosen = No se creó ningún borrador: elija a quién se vuelve a llamar.
nobody-left = No se creó ningún borrador: no queda nadie de los grupos que eligió. De todos modos se omite a quien pidió que no se le llame, en esta tarea o en otra; a los números equivocados, en esta tarea o en otra; a los números cancelados por una persona; a quien está en otra tarea que está llamando ahora, y a quien ya se contactó o se interesó en un seguimiento anterior.
undecided = No se creó ningún borrador: un lote de esta tarea aún no tiene resultado. Espérelo, o decida sobre él, para que no se llame dos veces a nadie.
followed-already = No se creó ningún borrador: otra tarea ya da seguimiento a esta. Mejor abra esa tarea.
all-created = No se creó ningún borrador: todos los lotes de esta tarea se crearon.
# What happened to the people of a task that was refused, or created in part.
wait-for-results = { $leads ->
    [one] No se llama a { $leads } lead.
   *[other] No se llama a { $leads } leads.
    } Podrá enviar de nuevo desde aquí cuando todos los lotes tengan un resultado.
some-called = Se llama a { NUMBER($called) } de { $all ->
    [one] { $all } lead
   *[other] { $all } leads
    }, a { NUMBER($others) } no.
refused-leads = AIRudder rechazó { NUMBER($refused) } de { $all ->
    [one] { $all } lead
   *[other] { $all } leads
    }, así que no se llama a nadie.
refused = AIRudder rechazó esta tarea, así que no se llama a nadie.
