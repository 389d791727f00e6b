# What is said of a file of fixed rows.
columns-missing = Kolom “{ $row }” dan “{ $reason }” tidak ada. Unduh baris yang perlu diperbaiki, lalu unggah berkas itu.
no-number = Tidak ada yang diubah: baris { NUMBER($line, useGrouping: "false") } dalam berkas tidak memiliki angka di “{ $header }”. Jangan ubah kolom itu.
no-such-row = Tidak ada yang diubah: baris { NUMBER($row, useGrouping: "false") } tidak ada dalam draf ini. Pilih berkas yang Anda unduh.
