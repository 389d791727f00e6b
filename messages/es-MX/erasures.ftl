page-title = Borrar un número
explained = Para quien lo pida. El número se borra en todas las cuentas: listas, borradores, llamadas, archivos subidos, pasos de edición. Las cifras se conservan.
no-key = Todavía no se puede borrar nada: Coxswain arrancó sin clave de cifrado, así que no puede haber comprobante. El README explica cómo definir COXSWAIN_ENCRYPTION_KEYS_FILE.
no-journal = Los comprobantes se guardan solo en la base de datos. Después de restaurar un respaldo nadie sabría a quién se borró desde entonces, o quién pidió que no se le llame: defina COXSWAIN_RESTORE_JOURNAL.
whose-number = De quién es el número
number = Número de teléfono
number-hint = Con su código de país. Se busca sin importar cómo lo escriba una lista, también donde no se pudo leer. Cada consulta queda registrada.
show = Mostrar lo que se guarda
held = Lo que se guarda de { $number }
not-held = Ninguna cuenta guarda este número. Si lo borra de todos modos, se vuelve a borrar después de restaurar un respaldo.
rows-of-task = { $count ->
    [one] Tarea “{ $name }”: { $count } fila
   *[other] Tarea “{ $name }”: { $count } filas
}
rows-of-draft = { $count ->
    [one] Borrador “{ $name }”: { $count } fila
   *[other] Borrador “{ $name }”: { $count } filas
}
keep-on-list = Dejarlo en la lista de no llamar
keep-on-list-hint = Como hash con clave y los últimos cuatro dígitos, para que ninguna lista posterior le llame.
irreversible = Los lotes en espera se envían sin este número, y se pide a AIRudder que cancele las llamadas abiertas. Esto no se puede deshacer.
erase = Borrar en todas partes
erased = El número se borró.
receipts = Comprobantes
receipt-number = Número
receipt-erased = Borrado
receipt-by = Por
receipt-listed = No llamar
unfinished = Sin terminar
command-line = Línea de comandos
listed = En la lista
not-listed = No
