# Steps of a draft that can be undone. The English text is stored beside what a step is; of earlier versions there is only that.
cell = { $field } en la fila { NUMBER($row, useGrouping: "false") }
cells = { $cells ->
    [one] { $cells } celda
   *[other] { $cells } celdas
}
leave-out-row = Omitir la fila { NUMBER($row, useGrouping: "false") }
include-row = Incluir la fila { NUMBER($row, useGrouping: "false") }
keep-row = Conservar la fila { NUMBER($row, useGrouping: "false") }
leave-out-refused = Omitir { $leads ->
    [one] { $leads } lead rechazado
   *[other] { $leads } leads rechazados
}
replace = Reemplazar “{ $find }” en { $field }
fixed-rows = Filas corregidas de “{ $file }”
erased = Borrado a petición
