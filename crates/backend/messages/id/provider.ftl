# Why a call of AIRudder brought nothing.
key-refused = AIRudder menolak kunci akun ini: “{ $words }”. Hubungi administrator.
not-reached = AIRudder tidak dapat dihubungi.
refused = AIRudder menolak: “{ $words }”
busy = AIRudder sedang sibuk. Coba lagi dalam satu menit.
unclear = AIRudder tidak memberi jawaban yang jelas.
unreadable = Coxswain tidak dapat membaca jawaban AIRudder ({ $place }). Beri tahu administrator Anda.
left-alone = AIRudder tidak merespons. Coxswain mencoba lagi secara otomatis.
no-credentials = Akun ini tidak memiliki kredensial AIRudder yang dapat digunakan. Administrator dapat memasukkannya di Pengaturan.
not-in-time = AIRudder tidak merespons tepat waktu.
last-known-robots = Menampilkan robot yang terakhir diketahui.
robot-as-last-known = Menampilkan robot seperti yang terakhir diketahui.
down = AIRudder tidak merespons sejak { $since }. Percobaan berikutnya: { $until }. Sampai saat itu tidak ada yang dikirim atau diperiksa. Kelompok yang menunggu lebih dari 30 menit tidak dikirim.
