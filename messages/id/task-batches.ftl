heading = Kelompok
about = Setiap kelompok adalah satu tugas di AIRudder
batch = Kelompok
status = Status
leads = Prospek
calls = Panggilan
sent-at = Akan dikirim pada <time>{ $at }</time>.
as-of = Per <time>{ $at }</time>
provider-status = Status di AIRudder: { $status }
reached = { $rate } terhubung dari { NUMBER($dialled) } yang ditelepon
# Stopping one batch.
stop = Hentikan kelompok { NUMBER($batch, useGrouping: "false") }
stop-question = Hentikan panggilan untuk kelompok { NUMBER($batch, useGrouping: "false") }?
stop-text = { NUMBER($leads) } prospek dari “{ $task }” belum selesai. AIRudder diminta tidak meneleponnya lagi; yang sedang ditelepon mungkin berlanjut sampai selesai.
# Sending a batch again.
sent-again-by-others = Anda mengubah draf tugas ini: hanya peluncur atau administrator yang tidak mengubahnya yang dapat mengirim ulang kelompok ini.
sent-outside-by-others = Anda meluncurkan tugas ini atau mengubah drafnya: di luar aturan panggilan ini, hanya peluncur atau administrator yang tidak melakukan keduanya yang dapat mengirim ulang kelompok ini.
send = Kirim kelompok { NUMBER($batch, useGrouping: "false") }
send-outside = Kirim kelompok { NUMBER($batch, useGrouping: "false") } di luar aturan
send-again = Kirim ulang kelompok { NUMBER($batch, useGrouping: "false") }
send-again-question = Kirim ulang kelompok { NUMBER($batch, useGrouping: "false") }?
cannot-be-sent-again = Tidak dapat dikirim ulang: { $why }
unconfirmed = Coxswain mencari sekali lagi di tugas-tugas AIRudder. Jika kelompok ini tidak ada di sana, { NUMBER($leads) } prospeknya dikirim ulang dengan nama yang sama, dan AIRudder dapat menolaknya.
unconfirmed-risk = Jika AIRudder membuat tugasnya tanpa mencantumkannya, orang mungkin ditelepon dua kali. Jika ragu, tanyakan dahulu kepada AIRudder.
# Giving a batch up.
give-up = Lepaskan kelompok { NUMBER($batch, useGrouping: "false") }
give-up-question = Lepaskan kelompok { NUMBER($batch, useGrouping: "false") }?
give-up-text = Kelompok ini tidak akan pernah dikirim. { NUMBER($leads) } prospeknya dihitung sebagai tidak ditelepon; tugas lain dapat meneleponnya.
give-up-later = Jika AIRudder mencantumkan kelompok ini nanti, “Segarkan sekarang” menemukannya.
