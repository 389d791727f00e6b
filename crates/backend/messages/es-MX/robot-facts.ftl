# What else AIRudder tells of a robot: names of its fields, and what stands in them.
can-be-interrupted = Se puede interrumpir
last-changed = Último cambio
created = Creado
average-call = Duración promedio de las llamadas
hangs-up-after-silence = Cuelga tras un silencio (segundos)
yes = Sí
no = No
seconds = { $count ->
    [one] { $count } segundo
   *[other] { $count } segundos
}
minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
}
named = { $name }: { $value }
and-item = { $first }, { $item }
and-field = { $first }; { $field }
number = { NUMBER($number) }
quantity = { NUMBER($value) } { $unit }
