# What happened to a task or an account. Who did it stands beside each sentence.
unreadable = Versi Coxswain ini tidak dapat membaca peristiwa ini. Log menyebutkan peristiwa yang mana.
settings-saved = Menyimpan pengaturan.
draft-discarded = Membuang draf dengan { NUMBER($leads) } prospek.
draft-restored = Memulihkan draf.
leads-downloaded = Mengunduh { NUMBER($leads) } prospek seperti saat dikirim.
calls-exported-whole = Mengunduh { NUMBER($rows) } baris panggilan, dengan nomor lengkap.
calls-exported-masked = Mengunduh { NUMBER($rows) } baris panggilan, dengan nomor yang disamarkan.
numbers-shown = Melihat { NUMBER($numbers) } nomor.
number-searched = Mencari sebuah nomor: { NUMBER($tasks) } tugas.
approved = Menyetujui { NUMBER($leads) } prospek.
rule-overridden = Memberi alasan untuk menelepon di luar { $rule }.
rule-overridden-for-batch = Kelompok { NUMBER($batch, useGrouping: "false") }: memberi alasan untuk menelepon di luar { $rule }.
# The last three are 1 where it is so, and 0 otherwise.
submitted = Mengirim { NUMBER($leads) } prospek{ $refused ->
    [0] { "" }
   *[other] , tanpa { NUMBER($refused, useGrouping: "false") } yang ditolak AIRudder
    }{ $at-night ->
    [1] , tetap ditelepon pada malam hari
   *[other] { "" }
    }{ $outside-rule ->
    [1] , ditelepon di luar aturan panggilan dengan alasan
   *[other] { "" }
    }{ $approved ->
    [1] , dengan persetujuan orang kedua
   *[other] { "" }
    }.
submitted-test = Mengirim uji coba: satu panggilan ke nomornya sendiri.
submitted-test-at-night = Mengirim uji coba: satu panggilan ke nomornya sendiri, tetap pada malam hari.
marked-done = Menandai tugas sebagai selesai.
needs-attention-again = Tugas perlu perhatian lagi.
refreshed = Diperbarui dari AIRudder.
push-address-made = Membuat alamat untuk notifikasi push AIRudder.
# Batches. Words are AIRudder’s, or say what went wrong.
batch-created = Kelompok { NUMBER($batch, useGrouping: "false") }: dibuat sebagai { $id } di AIRudder.
batch-created-without = Kelompok { NUMBER($batch, useGrouping: "false") }: dibuat sebagai { $id } di AIRudder, tanpa { NUMBER($refused) } prospek yang ditolak.
batch-found = Kelompok { NUMBER($batch, useGrouping: "false") }: ditemukan sebagai { $id } di AIRudder.
batch-refused = Kelompok { NUMBER($batch, useGrouping: "false") }: ditolak.
batch-refused-with-words = Kelompok { NUMBER($batch, useGrouping: "false") }: { $words }
batch-unknown = Kelompok { NUMBER($batch, useGrouping: "false") }: tidak diketahui.
batch-not-sent = Kelompok { NUMBER($batch, useGrouping: "false") }: tidak dikirim.
batch-not-sent-again = Kelompok { NUMBER($batch, useGrouping: "false") }: tidak dikirim ulang.
batch-put-back = Kelompok { NUMBER($batch, useGrouping: "false") }: akan dicoba lagi.
batch-absent = Kelompok { NUMBER($batch, useGrouping: "false") }: tidak ditemukan setelah { NUMBER($searches) } pencarian. Harus ada yang memutuskan.
batch-sent-again = Kelompok { NUMBER($batch, useGrouping: "false") }: menunggu dikirim ulang.
batch-given-up = Kelompok { NUMBER($batch, useGrouping: "false") }: dilepas.
batch-stopped = Kelompok { NUMBER($batch, useGrouping: "false") }: dihentikan.
leads-left-out-erased = Kelompok { NUMBER($batch, useGrouping: "false") }: { NUMBER($leads) } prospek dikeluarkan, karena sudah dihapus sebelum dikirim.
leads-left-out-do-not-call = Kelompok { NUMBER($batch, useGrouping: "false") }: { NUMBER($leads) } prospek dikeluarkan, karena masuk daftar jangan hubungi setelah pemeriksaan.
leads-put-back = Kelompok { NUMBER($batch, useGrouping: "false") }: { NUMBER($leads) } prospek yang sudah dikeluarkan ternyata tetap ditelepon, karena AIRudder sudah menerimanya dari pengiriman sebelumnya. Nomor yang ada di daftar jangan hubungi dibatalkan.
do-not-call-applied = Kelompok { NUMBER($batch, useGrouping: "false") }: { NUMBER($numbers) } nomor dimasukkan ke daftar jangan hubungi. Coxswain meminta AIRudder membatalkannya.
# Stops and cancellations.
stop-wanted = Meminta panggilan dihentikan di AIRudder: { NUMBER($batches) } kelompok.
stop-wanted-of-batch = Kelompok { NUMBER($batch, useGrouping: "false") }: meminta panggilan dihentikan di AIRudder.
stop-asked = Kelompok { NUMBER($batch, useGrouping: "false") }: AIRudder diminta berhenti.
stop-accepted = Kelompok { NUMBER($batch, useGrouping: "false") }: AIRudder diminta berhenti dan setuju.
stop-refused = Kelompok { NUMBER($batch, useGrouping: "false") }: AIRudder diminta berhenti dan menolak.
stop-unclear = Kelompok { NUMBER($batch, useGrouping: "false") }: AIRudder diminta berhenti dan tidak memberi jawaban yang jelas.
cancel-wanted = Baris { NUMBER($row, useGrouping: "false") }: meminta nomor dibatalkan.
cancels-wanted-again = Meminta agar AIRudder diminta lagi membatalkan { NUMBER($numbers) } nomor.
cancel-asked = Baris { NUMBER($row, useGrouping: "false") }: AIRudder diminta membatalkan nomor.
cancel-accepted = Baris { NUMBER($row, useGrouping: "false") }: AIRudder diminta membatalkan nomor dan setuju.
cancel-refused = Baris { NUMBER($row, useGrouping: "false") }: AIRudder diminta membatalkan nomor dan menolak.
cancel-unclear = Baris { NUMBER($row, useGrouping: "false") }: AIRudder diminta membatalkan nomor dan tidak memberi jawaban yang jelas.
calls-ended = Kelompok { NUMBER($batch, useGrouping: "false") }: aturan panggilan tidak mengizinkan panggilan mulai sekarang. AIRudder diminta berhenti.
stop-rule-applied = Aturan berhenti diterapkan: { NUMBER($reached) } dari { NUMBER($dialled) } prospek yang ditelepon terhubung, kurang dari { NUMBER($percent, useGrouping: "false") }% setelah { NUMBER($calls) } panggilan.
# What is dropped, deleted and erased.
draft-minimised = Membuang yang tidak diperlukan lagi: { $what }.
columns = { NUMBER($columns) } kolom yang tidak digunakan
file = berkas yang diunggah
steps = { NUMBER($steps) } langkah penyuntingan
first-and-next = { $first }, { $next }
leads-deleted = Menghapus { NUMBER($leads) } prospek dan { NUMBER($calls) } panggilan, yang disimpan akun ini selama { NUMBER($days) } hari. Angka statistik tetap ada.
numbers-deleted = Menghapus { NUMBER($numbers) } nomor yang tidak diperlukan lagi untuk masa jeda.
drafts-deleted = Menghapus { NUMBER($drafts) } draf yang tidak disentuh siapa pun selama { NUMBER($days) } hari.
number-erased = Menghapus sebuah nomor atas permintaan: { NUMBER($rows) } baris.
