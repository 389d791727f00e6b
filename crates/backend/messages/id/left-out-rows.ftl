# Why a row of a list was not sent.
not-left-out = Tidak dikeluarkan
has-an-error = Ada kesalahan
duplicate = Duplikat: baris lain memiliki nomor yang sama
duplicate-of = Duplikat dari baris { NUMBER($row, useGrouping: "false") }
recent = Baru-baru ini ditelepon dalam tugas lain
recent-in = Di “{ $task }”, { $day }
do-not-call = Ada di daftar jangan hubungi
on-list = Ada di daftar jangan hubungi: { $list }
held-back = Ditahan
left-out = Dikeluarkan oleh seseorang
