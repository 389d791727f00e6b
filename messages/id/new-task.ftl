page-title = Tugas baru
like = Tugas baru, seperti <em>{ $task }</em>
back-to-task = Kembali ke tugas itu
nobody-called = Tidak ada yang ditelepon sebelum Anda memeriksa dan mengirim.
# The list.
list = Daftar
drop = <none>Letakkan daftar Anda di sini</none><kept>Ganti: letakkan daftar lain di sini</kept> atau pilih berkas
list-hint = Berkas CSV, TSV, Excel, atau OpenDocument. Paling banyak 64 MB dan 200.000 prospek.
# Said by the script about a file that is chosen.
file-too-large = “{ $file }” berukuran { $size }. Batasnya 64 MB: bagi daftarnya, atau simpan sebagai CSV.
read-list = Baca daftar
uploading = Mengunggah dan membaca daftar Anda. Ini bisa memerlukan beberapa detik.
upload-progress = Kemajuan unggahan
# Stands behind a number: “50 % sent”.
percent-sent = { "" }% terunggah
# Said by the script where something goes wrong on the way.
unreachable = Coxswain tidak dapat dihubungi. Yang Anda masukkan dan berkasnya masih di sini: pastikan Anda daring, lalu tekan “Tinjau prospek” lagi.
signed-out = Sesi Anda berakhir, jadi tidak ada lagi yang disimpan. Yang Anda masukkan dan berkasnya masih di sini: tekan “Tinjau prospek” lalu masuk.
broken-off = Koneksi terputus saat mengunggah “{ $file }”. Berkasnya mungkin berubah atau dipindahkan sejak Anda memilihnya, atau proksi di depan Coxswain mungkin menolak berkas sebesar ini. Yang Anda masukkan masih di sini: pilih berkasnya lagi dan tekan “Tinjau prospek”. Jika terjadi lagi, beri tahu administrator Anda.
too-large = Server di depan Coxswain menolak berkas sebesar ini (413), jadi Coxswain tidak menerimanya. Yang Anda masukkan dan berkasnya masih di sini. Beri tahu administrator Anda: README Coxswain menjelaskan apa yang harus diloloskan proksi. Sementara itu, bagi berkasnya.
not-waited = Server di depan Coxswain tidak menunggu jawaban Coxswain ({ $status }). Yang Anda masukkan dan berkasnya masih di sini. Coxswain mungkin masih membaca daftarnya: lihat di Draf sebentar lagi, sebelum Anda mengunggahnya lagi.
not-ours = Server di depan Coxswain menjawab menggantikannya ({ $status }). Yang Anda masukkan dan berkasnya masih di sini. Tekan “Tinjau prospek” lagi. Jika terjadi lagi, beri tahu administrator Anda.
# The list that is kept.
leads = { NUMBER($count) } prospek
columns-used = { NUMBER($count) } kolom daftar digunakan
not-sure = Coxswain tidak yakin apa isi setiap kolom. Anda akan ditanya sebelum ada prospek yang siap.
rows-to-fix = { NUMBER($count) } baris perlu diperbaiki
nothing-to-fix = Tidak ada yang perlu diperbaiki dalam daftar ini.
saved-in-draft = { $file } disimpan dalam draf: { $leads }, { $rows }.
# What the task is.
details = Rincian tugas
robot = Robot
choose-robot = Pilih robot
robots-used-last = Terakhir dipakai
language-not-given = Bahasa tidak disebutkan
line = Jalur
choose-line = Pilih jalur
no-lines = Belum ada jalur. Minta administrator menambahkannya di Pengaturan.
name = Nama tugas
name-hint = AIRudder menampilkan nama ini dengan kode yang membuatnya unik. Paling banyak { NUMBER($most) } karakter. Jika dikosongkan, namanya mengikuti daftar.
platform = Platform
platform-hint = Merek atau aplikasi untuk prospek yang tidak menyebutkannya. Paling banyak 20 karakter.
mode = Mode
language = Bahasa
variables = Variabel
no-variables = Tidak ada
about-robot = Tentang robot ini
download-template = Unduh templatnya
variables-of-each = Variabel setiap robot
filled-notes = Prospek tanpa komentar mendapat referensi singkat saat dikirim, agar hasilnya dapat dibedakan dari yang lain. Administrator dapat mematikannya di Pengaturan.
purpose = Untuk apa daftar ini
purpose-asked = Aturan panggilan meminta ketiganya.
do-not-call = Gunakan daftar jangan hubungi milik AIRudder
do-not-call-hint = AIRudder tidak menelepon nomor di daftar jangan hubungi miliknya sendiri.
advanced = Lanjutan
asynchronous = Biarkan AIRudder membuat tugas di latar belakang
asynchronous-hint = AIRudder menjawab sebelum menerima setiap nomor. Gunakan hanya jika AIRudder setuju.
stop-percent = Hentikan jika yang terhubung kurang dari (%)
stop-percent-hint = Dari prospek yang sudah ditelepon. Kosongkan kedua isian untuk menelepon semuanya.
stop-calls = Setelah sekian panggilan
stop-calls-hint = Panggilan yang sedang berlangsung dihitung setelah berakhir. Halaman tugas menyebutkan kapan tugas dihentikan.
# When to call.
when-to-call = Kapan menelepon
time-in = Waktu di { $zone }
now-hint = Panggilan dimulai setelah Anda mengirim. AIRudder menentukan waktu selesainya.
later-hint = Pilih hari dan jamnya.
choose-day = Pilih hari
choose-time = Pilih jam
start = Mulai
opens-at = Buka pukul
end = Selesai
closes-at = Tutup pukul
end-hint = Paling cepat 30 menit setelah mulai, paling lambat { $latest }. Jendela waktu beberapa hari mencakup malam hari.
calling-rule = Aturan panggilan: { $rule }.
move-to = Pindahkan ke { $time }
redials = Panggil ulang
redials-hint = Berapa kali AIRudder menelepon lagi jika tidak dijawab. 0 sampai 15.
redial-minutes = Jeda panggil ulang (menit)
redial-minutes-hint = 0 sampai 30.
stagger = Jeda antarkelompok (menit)
stagger-hint = Daftar ini dikirim dalam { NUMBER($batches) } kelompok. 0: semua mulai bersamaan. 30: masing-masing mulai 30 menit setelah yang sebelumnya. Dengan “{ $now }” Anda dapat menghentikan kelompok yang belum dikirim.
# What the task will be, and the way on.
summary = Ringkasan
when = Kapan
not-chosen = Belum dipilih
review = Tinjau prospek
check = Periksa dengan AIRudder
saved-once-chosen = Daftar Anda disimpan dalam draf begitu Anda memilihnya.
saved = Tersimpan sebagai draf
# What is told once the form was sent.
time-changed = Waktu panggilan diubah.
replaced = Versi Anda menggantikan versi yang lebih baru, yang disimpan di tab lain atau oleh orang lain. Bandingkan sebelum melanjutkan.
