# Steps of a draft that can be undone. They are stored in English, and read back as the message.
cell = { $field } di baris { NUMBER($row, useGrouping: "false") }
cells = { NUMBER($cells) } sel
leave-out-row = Keluarkan baris { NUMBER($row, useGrouping: "false") }
include-row = Sertakan baris { NUMBER($row, useGrouping: "false") }
keep-row = Pertahankan baris { NUMBER($row, useGrouping: "false") }
leave-out-refused = Keluarkan { NUMBER($leads) } prospek yang ditolak
replace = Ganti “{ $find }” di { $field }
fixed-rows = Baris yang sudah diperbaiki dari “{ $file }”
