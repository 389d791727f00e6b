# Which calls are asked for, in words: “Calls in Interested or Call back and of batch 2”.
all-calls = Todas las llamadas
calls = Llamadas { $filters }
in-groups = en { $groups }
either = { $one } o { $other }
count-as-dialled = que cuentan como marcadas
count-as-reached = que cuentan como contactadas
result = con el resultado “{ $result }”
batch = del lote { NUMBER($batch, useGrouping: "false") }
robot = del robot { $robot }
ring = cuyo timbrado fue “{ $ring }”
hour = marcadas por última vez en la hora a partir de { $hour }
talk = con la duración “{ $talk }”
talk-under-10 = con una duración de menos de 10 s
text = con “{ $text }”
# How far calls have come.
dialled = Marcadas
reached = Contactadas
