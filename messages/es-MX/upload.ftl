# What is told of a file that was not taken.
list-not-saved = La lista no se guardó
file-not-accepted = El archivo no se aceptó
failed = La subida falló
too-large-to-read = El archivo es demasiado grande para leerlo. El límite es de 64 MB: divida la lista.
stopped = La subida se detuvo antes de terminar. Inténtelo de nuevo.
too-slow = La subida era demasiado lenta y se detuvo. Use una conexión más rápida o divida la lista.
too-large = El archivo pesa { NUMBER($found) } MB. El límite es de { NUMBER($most) } MB: divida la lista o guárdela como CSV.
session-ended = Su sesión había terminado, así que “{ $file }” no se subió. Elíjalo de nuevo.
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
