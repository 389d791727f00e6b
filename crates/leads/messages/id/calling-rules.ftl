# Calling rules: when people may be called, and what is said of calls outside of them.
# Days of the week in short.
monday = Sen
tuesday = Sel
wednesday = Rab
thursday = Kam
friday = Jum
saturday = Sab
sunday = Min
every-day = setiap hari
days-from-to = { $first }–{ $last }
days-and = { $days }, { $day }
hours = { $from }–{ $to }
end-of-day = 24.00
# A rule in a line.
rule = { $days } { $hours }
rule-by-every-clock = { $days } { $hours }, menurut semua zona waktu { $country } sekaligus
rule-without-holidays = { $days } { $hours }, kecuali hari libur
rule-by-every-clock-without-holidays = { $days } { $hours }, menurut semua zona waktu { $country } sekaligus, kecuali hari libur
# Its name in a sentence. The sectors are also told by themselves.
the-rule = aturan panggilan untuk { $country }, { $sector }
the-rule-of-version = aturan panggilan untuk { $country }, { $sector }, versi { NUMBER($version) }
of-finance = produk keuangan
of-other = produk dan layanan lain
source-of-program = Pilihan kami sendiri, mengikuti 47 CFR 64.1200 (Amerika Serikat)
source-of-indonesia-finance = POJK 6/POJK.07/2022 Pasal 25 menurut pemberitaan pers (detik.com, 9 Februari 2023); diganti dengan POJK 22/2023, yang pasalnya tidak ditemukan
source-of-indonesia = Pilihan kami sendiri: tidak ditemukan aturan yang berlaku. Jam ketika panggilan tidak mengejutkan
source-of-india = Jam panggilan promosi menurut vendor (conversailabs.com; kedeyo.com, Mei 2026). TRAI, TCCCPR 2018: perubahan 12 Februari 2025, tentang seri nomor, menurut pemberitaan pers (hindustantimes.com, 17 Februari 2025)
source-of-india-at-first = TRAI, TCCCPR 2018 sebagaimana diubah pada 12 Februari 2025; jamnya menurut vendor dan pers (hindustantimes.com, 17 Februari 2025)
source-of-mexico = Pilihan kami sendiri: tidak ditemukan aturan yang berlaku. Sebuah rancangan undang-undang tahun 2019 meminta Senin sampai Jumat, 08.00 sampai 19.00 (senado.gob.mx, boletín 421)
source-of-philippines = Pilihan kami sendiri: tidak ditemukan aturan yang berlaku untuk panggilan pemasaran (respicio.ph)
# What is wrong with calls.
outside = Sebagian panggilan mungkin berada di luar { $rule } ({ $words }).
too-early = { $at } di { $place } lebih awal dari jam yang diizinkan.
too-early-of-batch = Kelompok { NUMBER($batch, useGrouping: "false") }: { $at } di { $place } lebih awal dari jam yang diizinkan.
too-late = { $at } di { $place } melewati jam yang diizinkan.
too-late-of-batch = Kelompok { NUMBER($batch, useGrouping: "false") }: { $at } di { $place } melewati jam yang diizinkan.
redial-too-late = Panggil ulang terakhir mungkin jatuh pada { $at } di { $place }, melewati jam yang diizinkan.
redial-too-late-of-batch = Kelompok { NUMBER($batch, useGrouping: "false") }: panggil ulang terakhir mungkin jatuh pada { $at } di { $place }, melewati jam yang diizinkan.
day = { $day }: aturan tidak mengizinkan panggilan pada hari { $weekday }.
day-of-batch = Kelompok { NUMBER($batch, useGrouping: "false") }: { $day }: aturan tidak mengizinkan panggilan pada hari { $weekday }.
holiday = { $day } adalah hari libur: { $name }.
holiday-of-batch = Kelompok { NUMBER($batch, useGrouping: "false") }: { $day } adalah hari libur: { $name }.
# What can be done, and where the rule comes from.
allowed-next = Waktu berikutnya yang diizinkan: { $window }.
no-window = Tidak ada waktu yang diizinkan dalam lima hari ke depan, dan AIRudder tidak menjadwalkan lebih jauh.
redials-too-long = Panggil ulang berlangsung lebih lama daripada waktu yang diberi aturan panggilan: kurangi jumlah panggil ulang atau jedanya.
allowed-from = Panggilan diizinkan lagi mulai { $at }.
allowed-from-in-new-task = Panggilan diizinkan lagi mulai { $at }. Untuk menelepon saat itu, mulai tugas baru dengan pengaturan ini.
source = Sumber: { $source }.
holidays-missing = Hari libur { $year } untuk { $country } belum ada. Tambahkan.
holidays-unknown = Hari libur { $year } belum diketahui: panggilan pada hari itu akan dianggap diizinkan. Administrator menambahkannya di Pengaturan, Aturan panggilan.
# Whether a launch keeps the rule.
kept = dipatuhi: { $rule }
kept-not-confirmed = dipatuhi: { $rule } (belum dikonfirmasi)
not-kept = tidak dipatuhi: { $rule }
not-kept-not-confirmed = tidak dipatuhi: { $rule } (belum dikonfirmasi)
# When the calls of what begins at once are stopped.
calls-end = Paling lambat { $at }. Siapa pun yang belum ditelepon saat itu tidak ditelepon.
# What is kept with a task: whether it kept the rule, and why somebody went on all the same.
was-kept = dipatuhi: { $rule } (versi { NUMBER($version) })
called-outside = menelepon di luar aturan: { $rule } (versi { NUMBER($version) }).
called-outside-with-batch = menelepon di luar aturan dengan kelompok { NUMBER($batch, useGrouping: "false") }: { $rule } (versi { NUMBER($version) }).
reason = { $by }: “{ $reason }”
reason-approved = { $by }: “{ $reason }”, disetujui orang kedua
