# Why a file that came with a form was not taken.
not-read = Coxswain está leyendo otras listas y no leyó este archivo. Elíjalo de nuevo en un minuto.
discarded = Este borrador se descartó, así que no se guardó nada. Lo que escribió está aquí: elija el archivo de nuevo y envíelo, o restaure el borrador en Borradores.
no-list = Elija su lista.
