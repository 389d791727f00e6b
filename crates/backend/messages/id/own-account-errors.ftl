# What is said of one's own session, password and second factors.
session-ended-meanwhile = Sementara itu sesi Anda telah berakhir. Masuk lagi.
session-ended-already = Sesi ini sudah berakhir.
other-password = Ini bukan kata sandi Anda saat ini. Masukkan lagi.
password-changed-meanwhile = Sementara itu kata sandi Anda telah diubah. Masuk dengan yang baru.
confirm-first = Tidak ada yang diubah: konfirmasi dahulu bahwa ini Anda, lalu lakukan lagi.
factor-owed = Anda memerlukan faktor kedua. Siapkan terlebih dahulu.
codes-need-factor = Siapkan faktor kedua terlebih dahulu: kode pemulihan adalah penggantinya.
factor-removed-already = Faktor kedua ini sudah dihapus.
factor-needed-by-role = Anda memerlukan faktor kedua. Tambahkan yang lain dahulu, lalu hapus yang ini.
factor-needed-by-password = Tanpa faktor kedua, kata sandi Anda harus sedikitnya 15 karakter. Ubah kata sandi Anda dahulu, lalu hapus faktor kedua ini.
