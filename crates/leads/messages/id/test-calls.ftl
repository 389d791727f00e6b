# Calls of a person’s own number.
own-number = Masukkan nomor Anda sendiri.
long-value = Satu nilai berisi { NUMBER($found, useGrouping: "false") } karakter. Persingkat menjadi { NUMBER($most, useGrouping: "false") }.
no-lead = Tidak ada prospek dari daftar ini yang ditelepon. Perbaiki satu baris, atau pilih satu di sini.
no-row = Daftar ini tidak memiliki baris { NUMBER($row, useGrouping: "false") }. Pilih yang lain.
in-row = Baris { NUMBER($row, useGrouping: "false") }: { $told }
settings-first = Ubah dulu pengaturan panggilan.
call-now = Telepon { $number } sekarang
