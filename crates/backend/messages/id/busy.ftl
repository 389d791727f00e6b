# Trying again later is all there is to do.
took-too-long = Ini terlalu lama, atau orang lain sedang mengubah hal yang sama. Tidak ada yang diubah. Coba lagi dalam satu menit.
lists = Coxswain sedang sibuk dengan daftar lain. Tidak ada yang diubah. Coba lagi dalam satu menit.
people = Terlalu banyak orang sedang melakukan ini. Tunggu beberapa detik, lalu coba lagi.
pushes = Terlalu banyak notifikasi push datang sekaligus.
