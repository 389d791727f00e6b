# Which calls are asked for, as a list of conditions: “Groups: Interested and Call back · Batch: 2”.
all-calls = Todas las llamadas
# Joins two conditions.
and-next = { $first } · { $next }
group = Grupo: { $group }
groups = Grupos: { $groups }
stage = Cuentan como: { $stage }
result = Resultado: “{ $result }”
batch = Lote: { NUMBER($batch, useGrouping: "false") }
robot = Robot: { $robot }
ring = Al marcar: { $ring }
hour = Última marcación: en la hora a partir del { $hour }
talk = Conversación: { $talk }
text = Búsqueda: “{ $text }”
# How far calls have come.
dialled = Marcadas
reached = Contactadas
