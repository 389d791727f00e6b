page-title = Buscar y reemplazar: { $name }
heading = Buscar y reemplazar
back-to-review = Volver a la revisión
column = Columna
find = Buscar
replace-with = Reemplazar con
find-cells = Buscar celdas
none-contains = Ninguna celda de { $field } contiene “{ $find }”.
would-stay = { $count ->
    [one] { $count } celda de { $field } quedaría como antes.
   *[other] { $count } celdas de { $field } quedarían como antes.
}
replace-in = { $count ->
    [one] Reemplazar en { $count } celda
   *[other] Reemplazar en { $count } celdas
}
cancel = Cancelar
removes = Quita “{ $find }” de { NUMBER($count) } de { NUMBER($all) } celdas de { $field }.
replaces = Reemplaza “{ $find }” con “{ $with }” en { NUMBER($count) } de { NUMBER($all) } celdas de { $field }.
row = Fila
before = Antes
after = Después
first-cells = { $count ->
    [one] La primera celda ({ $count }):
   *[other] Las primeras { $count } celdas:
}
first-that-change = Las primeras celdas que cambian
