# Why something was not done with a draft, and what to do.
changed-meanwhile = No se hizo: el borrador se cambió en otra pestaña o lo cambió alguien más. Esta es la versión actual.
already-submitted = Este borrador ya se envió. Búsquelo en Tareas.
cannot-be-restored = Este borrador no se puede restaurar: se descartó hace más de { NUMBER($days) } días, o se envió.
too-many-cells = Puede pegar como máximo { NUMBER($cells, useGrouping: "false") } celdas a la vez.
text-too-long = El texto de la fila { NUMBER($row, useGrouping: "false") } es demasiado largo. Acórtelo a unos 32,000 caracteres.
too-many-rows-of-number = Más de { NUMBER($rows, useGrouping: "false") } filas tienen este número. Elija en Duplicados cuál se conserva.
keeps-the-rule = Estas llamadas cumplen ahora la regla de llamadas. No se cambió nada.
choose-when = Elija primero cuándo llamar. No se cambió nada.
not-of-that-country = No se hizo: la mayoría de los números de esta lista no son de ese país. No se cambió nada.
file-is-gone = El archivo ya no está guardado. Súbalo de nuevo.
no-text-to-find = Escriba el texto que quiere buscar.
texts-too-long = Cada texto puede tener como máximo { NUMBER($characters, useGrouping: "false") } caracteres. Acórtelos.
