# Why a do-not-call list is not kept, and a number not added, found or taken off.
choose-kind = Pilih jenis daftarnya.
name-needed = Beri daftar nama paling banyak 100 huruf.
choose-accounts = Pilih di akun mana daftar diterapkan.
date-needed = Masukkan tanggal daftar, misalnya 2026-11-28.
date-to-come = Tanggal ini belum tiba. Masukkan tanggal saat daftar diserahkan.
days-needed = Tulis jumlah hari dari 1 hingga 366.
keeps-kind = Jenis daftar tidak dapat diubah. Unggah yang ini sebagai daftar baru.
older-than-replaced = Daftar ini bertanggal { $day }, padahal daftar yang akan digantikannya lebih baru: bertanggal { $newer }. Nomor yang ditambahkan sejak itu dapat ditelepon lagi. Jika memang itu yang Anda inginkan, centang “Ganti daftar yang lebih baru” dan pilih lagi berkasnya.
company-list-stays = Daftar perusahaan tidak dapat dihapus. Keluarkan nomor satu per satu saja.
line-is-no-number = Baris { NUMBER($line, useGrouping: "false") } bukan nomor telepon. Tulis satu nomor di setiap baris, dengan kode negaranya (+62 …). Tidak ada yang ditambahkan.
number-needed = Tulis setidaknya satu nomor, atau pilih berkas.
too-many-numbers = Ini lebih dari 1.000 nomor. Pilih berkas yang berisi nomor-nomor itu.
reason-needed = Tulis alasannya secara singkat.
reason-too-long = Gunakan paling banyak 300 karakter.
register-corrects-itself = { $name } adalah daftar resmi yang menentukan sendiri isinya. Unggah versi yang lebih baru saja.
not-on-list-any-more = Tidak ada yang diubah: nomor sudah tidak ada di daftar ini.
incomplete-number = Ini bukan nomor telepon yang lengkap. Tulis dengan kode negaranya (+62 …).
