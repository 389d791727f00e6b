of-listed = de { NUMBER($count) } en la lista
of-sent = de { $count ->
    [one] { $count } enviado
   *[other] { $count } enviados
}
of-dialled = de { $count ->
    [one] { $count } marcado
   *[other] { $count } marcados
}
of-reached = de { $count ->
    [one] { $count } contactado
   *[other] { $count } contactados
}
of-talks = de { $count ->
    [one] { $count } conversación
   *[other] { $count } conversaciones
}
rate-of-listed = { $rate } de { NUMBER($count) } en la lista
rate-of-sent = { $rate } de { $count ->
    [one] { $count } enviado
   *[other] { $count } enviados
}
rate-of-dialled = { $rate } de { $count ->
    [one] { $count } marcado
   *[other] { $count } marcados
}
rate-of-reached = { $rate } de { $count ->
    [one] { $count } contactado
   *[other] { $count } contactados
}
rate-of-talks = { $rate } de { $count ->
    [one] { $count } conversación
   *[other] { $count } conversaciones
}
show-figures = Mostrar las cifras<of>: { $heading }</of>
scale = De 0 a { NUMBER($scale) }%: la marca es la tasa y la línea a su alrededor, su intervalo del 95%.
too-few = Con rayas: menos de { NUMBER($count) } llamadas, muy pocas para sacar conclusiones.
