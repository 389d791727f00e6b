# What is said of a file that is uploaded as a do-not-call list.
too-many-rows = El archivo tiene más de { NUMBER($most) } filas. Divídalo en partes y suba cada una.
no-number-column = Ninguna columna del archivo tiene números de teléfono. Póngale el nombre “{ $mobile }” en la primera fila y suba el archivo de nuevo.
mostly-unreadable = La mayoría de las filas no tiene un número legible en la columna “{ $column }”, por ejemplo la fila { NUMBER($row, useGrouping: "false") }. Revise la columna y suba el archivo de nuevo.
no-rows = El archivo no tiene filas.
