# What is told of a file that was not taken.
list-not-saved = Daftar tidak disimpan
file-not-accepted = Berkas tidak diterima
failed = Unggahan gagal
too-large-to-read = Berkas terlalu besar untuk dibaca. Batasnya 64 MB: bagi daftarnya.
stopped = Unggahan berhenti sebelum selesai. Coba lagi.
too-slow = Unggahan terlalu lambat dan dihentikan. Gunakan koneksi yang lebih cepat, atau bagi daftarnya.
too-large = Berkas berukuran { NUMBER($found) } MB. Batasnya { NUMBER($most) } MB: bagi daftarnya, atau simpan sebagai CSV.
session-ended = Sesi Anda sempat berakhir, jadi “{ $file }” tidak diunggah. Pilih lagi.
# Too many at once.
still-reading = Coxswain masih membaca { NUMBER($files) } berkas Anda. Tunggu sampai salah satunya selesai, lalu pilih berkas ini lagi.
too-many = Anda mengunggah { NUMBER($files) } berkas dalam satu jam, dan itu batasnya. Tunggu { $wait }, lalu pilih berkas ini lagi.
minutes = { NUMBER($minutes) } menit
busy = Orang lain sedang mengunggah { NUMBER($files) } berkas. Tunggu setengah menit, lalu pilih berkas ini lagi.
no-room = Disk server penuh, jadi tidak ada berkas yang dapat diunggah. Beri tahu administrator Anda.
