# Why a text is not looked for.
characters = Pencarian ini berisi { NUMBER($found, useGrouping: "false") } karakter. Persingkat menjadi { NUMBER($most, useGrouping: "false") }.
words = Pencarian ini berisi { NUMBER($found, useGrouping: "false") } kata. Gunakan paling banyak { NUMBER($most, useGrouping: "false") }.
