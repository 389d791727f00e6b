# Trying again later is all there is to do.
took-too-long = Esto tardó demasiado, o alguien más está cambiando lo mismo. No se cambió nada. Inténtelo de nuevo en un minuto.
lists = Coxswain está ocupado con otras listas. No se cambió nada. Inténtelo de nuevo en un minuto.
people = Demasiadas personas están haciendo esto en este momento. Espere unos segundos e inténtelo de nuevo.
pushes = Llegan demasiadas notificaciones push a la vez.
