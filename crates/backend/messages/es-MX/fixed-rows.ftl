# What is said of a file of fixed rows.
columns-missing = Faltan las columnas “{ $row }” y “{ $reason }”. Descargue las filas por corregir y suba ese archivo.
no-number = No se cambió nada: la fila { NUMBER($line, useGrouping: "false") } del archivo no tiene un número en “{ $header }”. No cambie esa columna.
no-such-row = No se cambió nada: la fila { NUMBER($row, useGrouping: "false") } no está en este borrador. Elija el archivo que descargó.
