page-title = No llamar
explained = Números a los que ninguna tarea de ninguna cuenta llama. Las listas se aplican al leer una lista de leads, en la verificación, en el lanzamiento y antes de enviar cada lote. Los números que ya tiene AIRudder se cancelan allá.
upload = Subir una lista
lists = Listas
no-key = Todavía no se pueden agregar números a una lista: Coxswain arrancó sin clave de cifrado. El README explica cómo definir COXSWAIN_ENCRYPTION_KEYS_FILE.
list = Lista
applied-in = Se aplica en
current-until = Vigente hasta
numbers = Números
changed = Último cambio
change = Cambiar
table = Listas de no llamar
every-account = Todas las cuentas
always = Siempre
out-of-date = Desactualizada
list-of = Lista del { $day }
changed-by = <time>{ $at }</time> por { $by }
upload-newer = Subir versión nueva<hidden> de { $name }</hidden>
remove-question = ¿Quitar la lista “{ $name }”?
remove = Quitar
remove-explained = Se puede volver a llamar a sus números, salvo que estén en otra lista.
removed = Se quitó la lista.
new-numbers-hint = Uno por renglón, con su código de país. Máximo 1,000.
file = Archivo con números
file-hint = En lugar de escribirlos, o además: cualquier formato en que Coxswain lee listas de leads, con un máximo de { NUMBER($rows) } filas. La columna se encuentra por su encabezado, por ejemplo “Celular”.
reason = Motivo
reason-hint = Por ejemplo, “Lo pidió por correo el 27 de noviembre”. Sin nombres ni números.
add-to-company-list = Agregar a la lista de la empresa
add = Agregar números
added = { $added ->
    [one] { $added } número agregado a la lista de la empresa.
   *[other] { $added } números agregados a la lista de la empresa.
}
added-some-known = { $added ->
    [one] { $added } número agregado
   *[other] { $added } números agregados
} a la lista de la empresa; { $known ->
    [one] { $known } ya estaba
   *[other] { $known } ya estaban
} en ella.
of-column = Los números se leyeron de la columna “{ $column }”.
outdated-title = Listas desactualizadas
outdated-refused = Con una lista desactualizada, en esta cuenta no se verifica ni se envía nada.
only-warn = Solo advertir
outdated-warned = Una lista desactualizada se sigue aplicando en esta cuenta, con una advertencia.
refuse-instead = Rechazar en vez de advertir
setting-saved = Guardado.
number = Número de teléfono
number-hint = Con su código de país. La búsqueda queda registrada; el número no.
find-title = ¿Está un número en una lista?
find = Buscar
not-found = Este número no está en ninguna lista.
entry-added = Agregado: <time>{ $at }</time>
entry-added-by = Agregado: <time>{ $at }</time>, por { $by }
entry-added-for = Agregado: <time>{ $at }</time>; motivo: “{ $reason }”
entry-added-by-for = Agregado: <time>{ $at }</time>, por { $by }; motivo: “{ $reason }”
entry-removed = Quitado: <time>{ $at }</time>
entry-removed-by = Quitado: <time>{ $at }</time>, por { $by }
entry-removed-for = Quitado: <time>{ $at }</time>; motivo: “{ $reason }”
entry-removed-by-for = Quitado: <time>{ $at }</time>, por { $by }; motivo: “{ $reason }”
simulated = simulado: solo cuenta para el entorno de prueba
why = Motivo para quitarlo
take-off = Quitar de la lista
taken-off = Se quitó el número de la lista.
