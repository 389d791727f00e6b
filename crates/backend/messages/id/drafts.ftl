# Why something was not done with a draft, and what to do.
changed-meanwhile = Tidak dilakukan: draf sudah diubah di tab lain atau oleh orang lain. Ini versi terkini.
already-submitted = Draf ini sudah dikirim. Temukan di Tugas.
cannot-be-restored = Draf ini tidak dapat dipulihkan: sudah dibuang lebih dari { NUMBER($days) } hari yang lalu, atau sudah dikirim.
too-many-cells = Anda dapat menempel paling banyak { NUMBER($cells, useGrouping: "false") } sel sekaligus.
text-too-long = Teks untuk baris { NUMBER($row, useGrouping: "false") } terlalu panjang. Persingkat menjadi sekitar 32.000 karakter.
too-many-rows-of-number = Lebih dari { NUMBER($rows, useGrouping: "false") } baris memiliki nomor ini. Pilih di Duplikat mana yang dipertahankan.
keeps-the-rule = Panggilan ini sekarang sudah sesuai aturan panggilan. Tidak ada yang diubah.
choose-when = Pilih dulu waktu menelepon. Tidak ada yang diubah.
not-of-that-country = Tidak dilakukan: sebagian besar nomor dalam daftar ini bukan dari negara itu. Tidak ada yang diubah.
file-is-gone = Berkas ini tidak lagi disimpan. Unggah lagi.
no-text-to-find = Masukkan teks yang dicari.
texts-too-long = Setiap teks paling banyak { NUMBER($characters, useGrouping: "false") } karakter. Persingkat teksnya.
