# States of tasks.
sending = Mengirim
created = Dibuat
calling = Menelepon
finished = Selesai
unknown = Tidak diketahui
absent = Tidak ditemukan
partly-created = Dibuat sebagian
refused = Ditolak
not-sent = Tidak dikirim
given-up = Dilepas
