# When to call: the choices of the form, windows, and batches one after the other.
now = Sekarang
today-until = Hari ini sampai { $end }
tomorrow-hours = Besok { $from }–{ $to }
later = Nanti
today = Hari ini, { $day }
tomorrow = Besok, { $day }
# A window, on one day or on several.
window-of-day = { $start }–{ $end }
window-of-day-with-change = { $start }–{ $end } (ada perubahan jam di antaranya)
window = { $start } – { $end }
window-with-change = { $start } – { $end } (ada perubahan jam di antaranya)
# Batches one after the other.
last-is-sent = { NUMBER($batches) } kelompok, berjarak { NUMBER($apart) } menit. Yang terakhir dikirim { NUMBER($behind) } menit setelah yang pertama.
last-starts = { NUMBER($batches) } kelompok, berjarak { NUMBER($apart) } menit. Yang terakhir dimulai { $start }.
last-too-late = { NUMBER($batches) } kelompok, berjarak { NUMBER($apart) } menit: yang terakhir akan dikirim lebih dari 5 hari setelah yang pertama. Gunakan paling banyak { NUMBER($fewer) } menit antarkelompok.
start-skipped = Kelompok { NUMBER($batch, useGrouping: "false") } akan dimulai { $start }, waktu yang terlewati karena jam dimajukan. Ubah waktu mulai atau jeda antarkelompok.
window-too-far = Jendela waktu terlalu jauh ke depan. Pilih waktu mulai yang lebih awal.
window-too-short-end-later = Jendela waktu terlalu singkat: kelompok { NUMBER($batch, useGrouping: "false") } akan dimulai { $start }, kurang dari 30 menit sebelum selesai. Gunakan jeda antarkelompok yang lebih singkat, atau selesai pada { $least } atau lebih lambat.
window-too-short-start-earlier = Jendela waktu terlalu singkat: kelompok { NUMBER($batch, useGrouping: "false") } akan dimulai { $start }, kurang dari 30 menit sebelum selesai. Gunakan jeda antarkelompok yang lebih singkat, atau pilih waktu mulai yang lebih awal.
too-many-batches = { NUMBER($leads) } prospek dalam kelompok berisi { NUMBER($size) } akan menjadi { NUMBER($batches) } kelompok; batasnya { NUMBER($most) }. Minta administrator menaikkan “Prospek per kelompok” menjadi minimal { NUMBER($enough) } di Pengaturan.
at-night = Sekarang pukul { $time } di { $place }: Anda akan ditelepon sekarang, pada malam hari.
# When what is left of a task is stopped by itself.
stop-rule = jika kurang dari { NUMBER($percent) }% terhubung setelah { NUMBER($calls) } panggilan
