# Where every line of a file went.
lines = { $count ->
    [one] { $count } línea
   *[other] { $count } líneas
}
lines-of = { $count ->
    [one] { $count } línea: { $parts }
   *[other] { $count } líneas: { $parts }
}
above = { NUMBER($count) } arriba de los encabezados
headers = { $count ->
    [one] { $count } de encabezados
   *[other] { $count } de encabezados
}
blank = { NUMBER($count) } en blanco
repeated-headers = { $count ->
    [one] { $count } de encabezados repetidos
   *[other] { $count } de encabezados repetidos
}
leads = { $count ->
    [one] { $count } lead
   *[other] { $count } leads
}
# What stands one behind the other.
and-more = { $first }, { $others }
