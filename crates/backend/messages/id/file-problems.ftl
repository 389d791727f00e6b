# Why a file that came with a form was not taken.
not-read = Coxswain sedang membaca daftar lain dan tidak membaca berkas ini. Pilih lagi dalam satu menit.
discarded = Draf ini sudah dibuang, jadi tidak ada yang disimpan. Isian Anda masih ada di sini: pilih lagi berkasnya dan kirim, atau pulihkan draf di Draf.
no-list = Pilih daftar Anda.
