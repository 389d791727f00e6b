# Where a number of a do-not-call list comes from.
upload = Diunggah dalam berkas
hand = Ditambahkan secara manual
result = Diminta dalam panggilan
erasure = Dipertahankan saat nomor dihapus
