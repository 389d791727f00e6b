# What is done to all leads of a group at once: on its button, and once it is done.
add-plus = Tambahkan + ke { NUMBER($count) } nomor
add-code = Tambahkan +{ $code } ke { NUMBER($count) } nomor
repair-names = Perbaiki huruf di { NUMBER($count) } nama
repair-platforms = Perbaiki huruf di { NUMBER($count) } platform
repair-texts = Perbaiki huruf di { NUMBER($count) } teks { $field }
strip-names = Hapus simbol dari { NUMBER($count) } nama
strip-platforms = Hapus simbol dari { NUMBER($count) } platform
strip-texts = Hapus simbol dari { NUMBER($count) } teks { $field }
shorten-names = Persingkat { NUMBER($count) } nama menjadi { NUMBER($allowed, useGrouping: "false") } karakter
shorten-platforms = Persingkat { NUMBER($count) } platform menjadi { NUMBER($allowed, useGrouping: "false") } karakter
shorten-comments = Persingkat { NUMBER($count) } komentar menjadi { NUMBER($allowed, useGrouping: "false") } karakter
empty-placeholders = Kosongkan { NUMBER($count) } isian semu di { $field }
empty-errors = Kosongkan { NUMBER($count) } kesalahan di { $field }
empty-gender = Kosongkan jenis kelamin di { NUMBER($count) } baris
use-tasks-robot = Pakai robot tugas untuk { NUMBER($count) } baris
# The button stands at its group, which it need not name.
leave-out = Keluarkan { NUMBER($count) } baris
leave-out-group = Keluarkan { NUMBER($count) } baris ({ $group })
include = Sertakan lagi { NUMBER($count) } baris
# What is told once it is done.
cut = { $field } dipersingkat di { NUMBER($rows) } baris.
cleared = { $field } dikosongkan di { NUMBER($rows) } baris.
corrected = { $field } diperbaiki di { NUMBER($rows) } baris.
stripped = Simbol dihapus dari { $field } di { NUMBER($rows) } baris.
left-out = { NUMBER($rows) } baris dikeluarkan ({ $group }).
included = { NUMBER($rows) } baris disertakan lagi.
