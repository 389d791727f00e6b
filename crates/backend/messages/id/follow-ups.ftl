# Why no follow-up was made of a task, and what happened to its people.
nobody-chosen = Tidak ada draf yang dibuat: pilih siapa yang ditelepon lagi.
nobody-left = Tidak ada draf yang dibuat: tidak ada yang tersisa dari grup yang Anda pilih. Tetap dikeluarkan: yang meminta tidak ditelepon, dalam tugas ini atau tugas lain; salah nomor, dalam tugas ini atau tugas lain; nomor yang dibatalkan oleh seseorang; yang ada di tugas lain yang sedang menelepon; yang sudah terhubung atau berminat dalam tindak lanjut sebelumnya.
undecided = Tidak ada draf yang dibuat: satu kelompok dari tugas ini belum ada hasilnya. Tunggu, atau putuskan tentangnya, agar tidak ada yang ditelepon dua kali.
followed-already = Tidak ada draf yang dibuat: tugas lain sudah menindaklanjuti tugas ini. Buka tugas itu saja.
all-created = Tidak ada draf yang dibuat: semua kelompok tugas ini sudah dibuat.
# What happened to the people of a task that was refused, or created in part.
wait-for-results = { NUMBER($leads) } prospek tidak ditelepon. Anda dapat mengirim ulang dari sini setelah setiap kelompok ada hasilnya.
some-called = { NUMBER($called) } dari { NUMBER($all) } prospek ditelepon, { NUMBER($others) } tidak.
refused-leads = AIRudder menolak { NUMBER($refused) } dari { NUMBER($all) } prospek, jadi tidak ada yang ditelepon.
refused = AIRudder menolak tugas ini, jadi tidak ada yang ditelepon.
