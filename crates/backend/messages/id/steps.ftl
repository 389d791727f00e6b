# Steps of a draft that can be undone. The English text is stored beside what a step is; of earlier versions there is only that.
cell = { $field } di baris { NUMBER($row, useGrouping: "false") }
cells = { NUMBER($cells) } sel
leave-out-row = Keluarkan baris { NUMBER($row, useGrouping: "false") }
include-row = Sertakan baris { NUMBER($row, useGrouping: "false") }
keep-row = Pertahankan baris { NUMBER($row, useGrouping: "false") }
leave-out-refused = Keluarkan { NUMBER($leads) } prospek yang ditolak
replace = Ganti “{ $find }” di { $field }
fixed-rows = Baris yang sudah diperbaiki dari “{ $file }”
erased = Dihapus atas permintaan
