# Why a task needs attention, and what to do.
searched-for = Belum dapat ditandai selesai: AIRudder mungkin sudah membuatnya, dan Coxswain masih mencarinya.
might-be-created = Tidak dapat ditandai selesai selama AIRudder mungkin sudah membuatnya.
not-needed = Tugas ini tidak perlu perhatian.
unknown-task = AIRudder mungkin sudah membuat tugas ini.
unknown-batches = AIRudder mungkin sudah membuat { NUMBER($lost) } dari { NUMBER($all) } kelompok.
search = Coxswain sedang mencari{ $lost ->
   *[other] nya
    }. Sementara itu, jangan kirim ulang daftarnya.
search-next = Coxswain sedang mencari{ $lost ->
   *[other] nya
    }, berikutnya: { $next }. Sementara itu, jangan kirim ulang daftarnya.
absent-task = AIRudder tidak mencantumkan tugas ini setelah { NUMBER($searches, useGrouping: "false") } pencarian.
absent-batches = AIRudder tidak mencantumkan { NUMBER($lost) } dari { NUMBER($all) } kelompok setelah { NUMBER($searches, useGrouping: "false") } pencarian.
decide = Putuskan: { $lost ->
   *[other] kirim ulang atau lepaskan
    }.
refused-without-lead = AIRudder menolak tugas ini, jadi tidak ada yang ditelepon. AIRudder tidak menyebut prospek mana pun.
read-why = Buka tugas untuk membaca alasannya, perbaiki, lalu kirim ulang.
refused-leads = AIRudder menolak { NUMBER($leads) } prospek, jadi tidak ada yang ditelepon.
refused-more-leads = AIRudder menolak lebih dari { NUMBER($most) } prospek, jadi tidak ada yang ditelepon.
fix-leads = Buka tugas untuk memperbaiki{ $leads ->
   *[other] nya
    }, lalu kirim ulang.
stopped-task = Tugas ini dihentikan sebelum dikirim, jadi tidak ada yang ditelepon.
stopped-batches = Semua kelompok dihentikan sebelum dikirim, jadi tidak ada yang ditelepon.
nothing-sent = Tidak ada yang dikirim, jadi tidak ada yang ditelepon.
send-batches-again = Kirim ulang kelompoknya, atau mulai tugas baru dengan pengaturan ini.
start-new-task = Waktu mulainya sudah lewat: mulai tugas baru dengan pengaturan ini.
given-up-task = Tugas ini dilepas. Prospeknya dihitung sebagai tidak ditelepon.
given-up-batches = { NUMBER($count) } dari { NUMBER($all) } kelompok dilepas. Prospeknya dihitung sebagai tidak ditelepon.
call-given-up = Mulai tugas baru untuk meneleponnya. Jika AIRudder kemudian mencantumkan suatu kelompok, “Segarkan sekarang” akan menemukannya.
of-all-refused = { NUMBER($count) } dari { NUMBER($all) } kelompok ditolak
of-all-not-sent = { NUMBER($count) } dari { NUMBER($all) } kelompok tidak dikirim
of-all-stopped = { NUMBER($count) } dari { NUMBER($all) } kelompok dihentikan
of-all-given-up = { NUMBER($count) } dari { NUMBER($all) } kelompok dilepas
further-not-sent = { NUMBER($count) } tidak dikirim
further-stopped = { NUMBER($count) } dihentikan
further-given-up = { NUMBER($count) } dilepas
other-batch-called = { $told }. Prospek dari kelompok lainnya tetap ditelepon.
others-called = { $told }. Prospek dari kelompok-kelompok lainnya tetap ditelepon.
send-not-called = Buka tugas untuk mengirim prospek yang tidak ditelepon.
send-not-sent = Buka tugas untuk mengirim yang belum dikirim.
cancels-unconfirmed = AIRudder belum mengonfirmasi pembatalan { NUMBER($numbers) } nomor yang tidak boleh ditelepon. AIRudder masih mungkin meneleponnya.
cancels-refused = AIRudder menolak membatalkan { NUMBER($numbers) } nomor yang tidak boleh ditelepon. AIRudder masih mungkin meneleponnya.
cancels-refused-and-unconfirmed = AIRudder menolak membatalkan { NUMBER($refused) } nomor yang tidak boleh ditelepon, dan belum mengonfirmasi pembatalan { NUMBER($unconfirmed) } nomor lagi. AIRudder masih mungkin meneleponnya.
coxswain-keeps-asking = Coxswain terus meminta. Buka tugas untuk menghentikan panggilan, atau hubungi dukungan AIRudder.
ask-again = Buka tugas untuk meminta lagi atau menghentikan panggilan, atau hubungi dukungan AIRudder.
