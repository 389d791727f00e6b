# Why a file that came with a form was not taken.
not-read = Coxswain sedang membaca daftar lain dan tidak membaca berkas ini. Pilih lagi dalam satu menit.
discarded = Draf ini sudah dibuang, jadi tidak ada yang disimpan. Isian Anda masih ada di sini: pilih lagi berkasnya dan kirim, atau pulihkan draf di Draf.
no-list = Pilih daftar Anda.
# Too many at once.
still-reading = Coxswain masih membaca { NUMBER($files) } berkas Anda. Tunggu sampai salah satunya selesai, lalu pilih berkas ini lagi.
too-many = Anda mengunggah { NUMBER($files) } berkas dalam satu jam, dan itu batasnya. Tunggu { $wait }, lalu pilih berkas ini lagi.
minutes = { NUMBER($minutes) } menit
busy = Orang lain sedang mengunggah { NUMBER($files) } berkas. Tunggu setengah menit, lalu pilih berkas ini lagi.
no-room = Disk server penuh, jadi tidak ada berkas yang dapat diunggah. Beri tahu administrator Anda.
# Why is stored in a way that only a later version knows.
of-later-version = Berkas terakhir tidak diterima. Pilih lagi untuk melihat alasannya.
