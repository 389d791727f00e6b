# Why a do-not-call list is not kept, and a number not added, found or taken off.
choose-kind = Elija qué tipo de lista es.
name-needed = Dé a la lista un nombre de máximo 100 letras.
choose-accounts = Elija en qué cuentas se aplica la lista.
date-needed = Escriba la fecha de la lista, como 2026-11-28.
date-to-come = Este día todavía no llega. Escriba el día en que se entregó la lista.
days-needed = Escriba un número de días del 1 al 366.
keeps-kind = Una lista conserva su tipo. Suba esta como lista nueva.
older-than-replaced = Esta lista es del { $day }, pero la que reemplazaría es más reciente: del { $newer }. Se volvería a llamar a los números agregados desde entonces. Si es lo que quiere, marque “Reemplazar la lista más reciente” y elija de nuevo el archivo.
company-list-stays = La lista de la empresa no se puede quitar. Quite de ella números sueltos.
line-is-no-number = El renglón { NUMBER($line, useGrouping: "false") } no es un número de teléfono. Escriba un número por renglón, con su código de país (+62 …). No se agregó nada.
number-needed = Escriba al menos un número o elija un archivo.
too-many-numbers = Son más de 1,000 números. Elija mejor un archivo que los contenga.
reason-needed = Escriba el motivo en pocas palabras.
reason-too-long = Use máximo 300 caracteres.
register-corrects-itself = { $name } es un registro y decide por sí mismo qué números contiene. Suba uno más reciente.
not-on-list-any-more = No se cambió nada: el número ya no está en esta lista.
incomplete-number = Este no es un número de teléfono completo. Escríbalo con su código de país (+62 …).
