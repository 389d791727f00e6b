call-again = Telepon orang lagi…
# What must be known to read the numbers.
cannot-be-told-apart = { NUMBER($leads) } prospek tidak dapat dibedakan.
strangers = AIRudder memberitahukan panggilan yang nomornya tidak dikirim: { $ends }. Panggilan itu tidak dihitung.
others = lainnya
renamed = Hasil panggilan robot ini berganti nama sejak panggilan ini dihitung.
count-again = Hitung lagi dengan nama baru
meanings = Arti angka-angka ini
# From the list to interest.
funnel = Dari daftar ke minat
funnel-figures = Angka: dari daftar ke minat
funnel-of-list = Di daftar: { NUMBER($listed) }, dikirim: { NUMBER($sent) }, ditelepon: { NUMBER($dialled) }, terhubung: { NUMBER($reached) }, berminat: { NUMBER($interested) }.
funnel-of-test = Dikirim: { NUMBER($sent) }, ditelepon: { NUMBER($dialled) }, terhubung: { NUMBER($reached) }, berminat: { NUMBER($interested) }.
level = Tahap
leads = Prospek
share = Porsi
listed = Di daftar
sent = Dikirim
dialled = Ditelepon
reached = Terhubung
interested = Berminat
left-out = Dikeluarkan: { NUMBER($leads) } prospek
refused = { NUMBER($leads) } prospek ditolak AIRudder: <link>lihat alasannya</link>.
not-created = { NUMBER($leads) } prospek ada di kelompok yang belum dibuat AIRudder: <link>lihat kelompoknya</link>.
# When they answered.
hours = Kapan mereka menjawab
hours-so-far = Kapan mereka menjawab sejauh ini
hours-figures = Angka: kapan mereka menjawab
hours-scroll = Jam
hours-chart = Panggilan menurut jam panggilan terakhirnya: { NUMBER($reached) } dari { NUMBER($calls) } panggilan terhubung.
no-dials = AIRudder belum melaporkan satu pun panggilan.
hour = Jam
day-and-hour = { $day }, { $hour }
calls = Panggilan
not-reached = Tidak terhubung
not-finished = Belum selesai
share-reached = Porsi terhubung
legend = <good>Terhubung</good> <plain>Tidak terhubung</plain>. Setiap panggilan berada di jam panggilan terakhirnya, dalam { $zone }.
legend-with-open = <good>Terhubung</good> <plain>Tidak terhubung</plain> <busy>Belum selesai</busy>. Setiap panggilan berada di jam panggilan terakhirnya, dalam { $zone }.
last-dials-only = Untuk nomor yang ditelepon ulang, hanya panggilan terakhir yang diketahui.
hour-unknown = AIRudder tidak memberitahukan kapan { NUMBER($calls) } panggilan dilakukan.
# Read aloud of a column.
calls-of-hour = { $moment }: { NUMBER($calls) } panggilan
# How long they talked.
talk = Lama percakapan
talk-so-far = Lama percakapan sejauh ini
talk-figures = Angka: lama percakapan
talk-chart = Berapa lama { NUMBER($calls) } panggilan berlangsung.
talk-average = Rata-rata { $average } dari { NUMBER($calls) } panggilan, sejak awal panggilan terakhir sampai selesai.
no-talks = AIRudder belum melaporkan satu pun percakapan.
talk-length = Percakapan
# What people said.
said = Apa kata orang
said-so-far = Apa kata orang sejauh ini
said-figures = Angka: apa kata orang
said-chart = Hasil { NUMBER($calls) } panggilan menurut apa kata orang, sesuai urutan hasil panggilan robot.
no-results = Belum ada panggilan yang punya hasil.
result = Hasil panggilan
group = Grup
share-of-reached = Porsi dari yang terhubung
result-of-robot = { $result }, { $robot }
shares-of-reached = Porsi dihitung dari { NUMBER($reached) } yang terhubung.
results-not-reached = { NUMBER($calls) } panggilan dengan hasil tidak dihitung terhubung.
unnamed = Satu hasil panggilan belum bernama dan dihitung terhubung. <link>Namai hasil panggilan robot ini</link>
# Why the others were not reached.
why-not = Mengapa yang lain tidak terhubung
why-not-some = Mengapa { NUMBER($calls) } nomor tidak terhubung
why-not-figures = Angka: mengapa tidak terhubung
why-not-chart = Keadaan dering { NUMBER($numbers) } nomor yang tidak terhubung pada panggilan terakhir, yang paling sering lebih dulu.
none-unanswered = Belum ada panggilan yang berakhir tanpa jawaban.
ended-unanswered = { $rate } dari { NUMBER($sent) } yang dikirim berakhir tanpa jawaban.
how-it-rang = Keadaan dering
# The results in a few lines.
summary = Ringkasan untuk obrolan
copy-summary = Salin ringkasan
# Beside another task.
compared = Dibandingkan dengan tugas sebelumnya
compared-with = Dengan <link>{ $task }</link>, yang pengaturannya dipakai tugas ini. Rentang berlaku dengan tingkat kepercayaan 95%.
compared-so-far = Sejauh ini: panggilan tugas ini belum selesai.
compared-reached = Terhubung: { $now } dari yang ditelepon, sebelumnya { $before }.
compared-interested = Berminat: { $now } dari yang terhubung, sebelumnya { $before }.
this-task = Tugas ini
task-before = tugas sebelumnya
# Follow-ups.
follow-ups = Tindak lanjut
task = Tugas
of-all-follow-ups = Secara keseluruhan, setiap nomor sekali: { NUMBER($numbers) } nomor, terhubung { $reached }, berminat { $interested }.
# What those shares are of.
all = semua
those-reached = yang terhubung
