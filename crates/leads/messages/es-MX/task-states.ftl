# States of tasks.
sending = Enviando
created = Creada
calling = Llamando
finished = Terminada
unknown = Desconocida
absent = No encontrada
partly-created = Creada en parte
refused = Rechazada
not-sent = No enviada
given-up = Abandonada
