# What is held of a number beside lists, and what AIRudder must be asked for once it is erased.
others = { NUMBER($count) } prospek bernomor lain yang menyebutnya: dikeluarkan dari kelompok yang belum dikirim, sehingga tidak ditelepon
calls = { NUMBER($count) } panggilan yang sudah selesai
open-calls = { NUMBER($count) } panggilan yang belum selesai
numbers = { NUMBER($count) } nomor yang disimpan untuk masa jeda
files = { NUMBER($count) } berkas yang diunggah
steps = { NUMBER($count) } langkah penyuntingan
texts = { NUMBER($count) } teks dari AIRudder
pushes = { NUMBER($count) } notifikasi push dari AIRudder
ask-for-lists = Menghapus salinannya sendiri atas nomor, nama, dan teks dari setiap tugas yang disebut di sini.
ask-for-recordings = Menghapus rekaman dan transkrip setiap panggilan dengan nomor ini.
ask-for-unclear = Mencari nomor itu di kelompok tanpa jawaban yang jelas, dan membatalkannya di sana: Coxswain tidak tahu apakah AIRudder punya kelompok itu.
task-at-airudder = “{ $name }”, ID { $id }
task-perhaps-at-airudder = “{ $name }”: tidak diketahui apakah AIRudder memilikinya
