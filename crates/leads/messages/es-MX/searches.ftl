# Why a text is not looked for.
characters = Esta búsqueda tiene { NUMBER($found, useGrouping: "false") } caracteres. Redúzcala a { NUMBER($most, useGrouping: "false") }.
words = Esta búsqueda tiene { NUMBER($found, useGrouping: "false") } palabras. Use como máximo { NUMBER($most, useGrouping: "false") }.
