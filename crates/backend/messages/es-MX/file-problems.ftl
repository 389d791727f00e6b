# Why a file that came with a form was not taken.
not-read = Coxswain está leyendo otras listas y no leyó este archivo. Elíjalo de nuevo en un minuto.
discarded = Este borrador se descartó, así que no se guardó nada. Lo que escribió está aquí: elija el archivo de nuevo y envíelo, o restaure el borrador en Borradores.
no-list = Elija su lista.
# Too many at once.
still-reading = { $files ->
    [one] Coxswain todavía está leyendo { $files } archivo suyo. Espere a que termine y elija este archivo de nuevo.
   *[other] Coxswain todavía está leyendo { $files } archivos suyos. Espere a que termine uno y elija este archivo de nuevo.
}
too-many = { $files ->
    [one] Subió { $files } archivo en una hora, que es el límite. Espere { $wait } y elija este archivo de nuevo.
   *[other] Subió { $files } archivos en una hora, que es el límite. Espere { $wait } y elija este archivo de nuevo.
}
minutes = { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
}
busy = { $files ->
    [one] Otras personas están subiendo { $files } archivo en este momento. Espere medio minuto y elija este archivo de nuevo.
   *[other] Otras personas están subiendo { $files } archivos en este momento. Espere medio minuto y elija este archivo de nuevo.
}
no-room = El disco del servidor está lleno, así que no se puede subir ningún archivo. Avise a su administrador.
# Why is stored in a way that only a later version knows.
of-later-version = El último archivo no se aceptó. Elíjalo de nuevo para ver por qué.
