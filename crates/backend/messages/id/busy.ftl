# Trying again later is all there is to do.
took-too-long = Ini terlalu lama, atau orang lain sedang mengubah hal yang sama. Tidak ada yang diubah. Coba lagi dalam satu menit.
lists = Coxswain sedang sibuk dengan daftar lain. Tidak ada yang diubah. Coba lagi dalam satu menit.
people = Terlalu banyak orang sedang melakukan ini. Tunggu beberapa detik, lalu coba lagi.
pushes = Terlalu banyak notifikasi push datang sekaligus.
# So much is enough for an hour of one person. The wait is a number of minutes.
too-many-checks = Anda memulai { NUMBER($most) } pemeriksaan dalam satu jam, dan itu batasnya. Tidak ada yang diperiksa. Tunggu { $wait }, lalu periksa lagi.
too-many-downloads = Anda mengunduh { NUMBER($most) } berkas dalam satu jam, dan itu batasnya. Tunggu { $wait }, lalu unduh berkas ini lagi.
too-many-searches = Anda mencari nomor { NUMBER($most) } kali dalam satu jam, dan itu batasnya. Tunggu { $wait }, lalu cari lagi.
