# Trying again later is all there is to do.
took-too-long = Esto tardó demasiado, o alguien más está cambiando lo mismo. No se cambió nada. Inténtelo de nuevo en un minuto.
lists = Coxswain está ocupado con otras listas. No se cambió nada. Inténtelo de nuevo en un minuto.
people = Demasiadas personas están haciendo esto en este momento. Espere unos segundos e inténtelo de nuevo.
pushes = Llegan demasiadas notificaciones push a la vez.
# So much is enough for an hour of one person. The wait is a number of minutes.
too-many-checks = { $most ->
    [one] Inició { $most } verificación en una hora, que es el límite. No se verificó nada. Espere { $wait } y verifique de nuevo.
   *[other] Inició { $most } verificaciones en una hora, que es el límite. No se verificó nada. Espere { $wait } y verifique de nuevo.
}
too-many-downloads = { $most ->
    [one] Descargó { $most } archivo en una hora, que es el límite. Espere { $wait } y descargue este archivo de nuevo.
   *[other] Descargó { $most } archivos en una hora, que es el límite. Espere { $wait } y descargue este archivo de nuevo.
}
too-many-searches = { $most ->
    [one] Buscó números { $most } vez en una hora, que es el límite. Espere { $wait } y busque de nuevo.
   *[other] Buscó números { $most } veces en una hora, que es el límite. Espere { $wait } y busque de nuevo.
}
