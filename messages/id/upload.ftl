# What is told of a file that was not taken.
list-not-saved = Daftar tidak disimpan
file-not-accepted = Berkas tidak diterima
failed = Unggahan gagal
too-large-to-read = Berkas terlalu besar untuk dibaca. Batasnya 64 MB: bagi daftarnya.
stopped = Unggahan berhenti sebelum selesai. Coba lagi.
too-slow = Unggahan terlalu lambat dan dihentikan. Gunakan koneksi yang lebih cepat, atau bagi daftarnya.
session-ended = Sesi Anda sempat berakhir, jadi “{ $file }” tidak diunggah. Pilih lagi.
