page-title = Subir una lista de no llamar
page-title-newer = Subir una versión más reciente de { $name }
explained = Cualquier formato en el que Coxswain lee listas de leads. De cada número solo se guardan un hash con clave y los últimos cuatro dígitos.
explained-newer = Reemplaza a la versión anterior en cuanto se lee completa: se puede volver a llamar a los números que ya no estén en ella.
file = Archivo
file-hint = La columna con los números se encuentra por su encabezado, por ejemplo “Celular” o “Teléfono”. Máximo 64 MB.
choose-file = Elija el archivo con la lista.
choose-again = “{ $file }” no se conservó. Elíjalo de nuevo.
submit = Subir la lista
kind = Tipo
name = Nombre
sector = Se aplica en cuentas que venden
sector-hint = Se dice que REPEP deja los productos financieros a REUS. Si tiene dudas, elija todas las cuentas.
as-of = Fecha de la lista
as-of-hint = El día en que la entregó quien lleva la lista.
valid-days = Vigente por (días)
valid-days-hint = Después Coxswain advierte, o no permite verificar. Si lo deja vacío, son { NUMBER($repep) } para REPEP, { NUMBER($reus) } para REUS, { NUMBER($ncpr) } para NCPR y { NUMBER($client) } para la lista de un cliente: consulte a su abogado.
replace-newer = Reemplazar la lista más reciente
taken-in = { $count ->
    [one] Se subió “{ $name }”: { $count } número de la columna “{ $column }”.
   *[other] Se subió “{ $name }”: { $count } números de la columna “{ $column }”.
}
unreadable = { $count ->
    [one] Se omitió { $count } fila sin un número legible: fila { $rows }.
   *[other] Se omitieron { $count } filas sin un número legible: filas { $rows }.
}
# The last of those rows, where not all of them are named.
more-rows = { NUMBER($more) } más
