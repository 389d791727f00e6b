# The launch: what becomes of the leads of a list, what it asks, what its button does, and how people are called.
called = { NUMBER($count) } ditelepon
to-fix = { NUMBER($count) } memiliki kesalahan
duplicate = { NUMBER($count) } duplikat
recent = { NUMBER($count) } ada dalam tugas { NUMBER($days) } hari terakhir
recent-task = { NUMBER($count) } ada dalam tugas baru-baru ini
do-not-call = { NUMBER($count) } ada di daftar jangan hubungi
held-back = { NUMBER($count) } ditahan
left-out = { NUMBER($count) } dikeluarkan
refused = { NUMBER($count) } ditolak AIRudder
called-again = { NUMBER($count) } di antaranya ditelepon lagi: ada dalam tugas { NUMBER($days) } hari terakhir.
called-again-recent = { NUMBER($count) } di antaranya ditelepon lagi: ada dalam tugas baru-baru ini.
# What is asked.
question-people = Telepon { NUMBER($count) } orang?
question-calls = Lakukan { NUMBER($count) } panggilan?
question-schedule = Jadwalkan { NUMBER($count) } panggilan?
# The button, and the one of a second person, who approves by it.
call-people = Telepon { NUMBER($count) } orang sekarang
place-calls = Lakukan { NUMBER($count) } panggilan sekarang
schedule-calls = Jadwalkan { NUMBER($count) } panggilan untuk { $start }
approve-and-call-people = Setujui dan telepon { NUMBER($count) } orang sekarang
approve-and-place-calls = Setujui dan lakukan { NUMBER($count) } panggilan sekarang
approve-and-schedule-calls = Setujui dan jadwalkan { NUMBER($count) } panggilan untuk { $start }
# What happens next with a task that was submitted. The quoted button is that of its page.
next-at-window = { NUMBER($people) } orang akan ditelepon pada { $window }. Tidak ada yang ditelepon sebelum itu.
next-once-sent = { NUMBER($people) } orang akan ditelepon setelah daftar dikirim ke AIRudder.
next-under-way = { NUMBER($people) } orang sedang ditelepon.
next-under-way-and-more = { NUMBER($people) } orang sedang ditelepon, { NUMBER($more) } lagi setelah sisa daftar dikirim ke AIRudder.
first-results-soon = Hasil pertama dalam sekitar dua menit.
refresh-shows-results = “Segarkan sekarang” menampilkan { $people ->
   *[other] hasilnya
    }.
# The settings that are confirmed, and the links that change them. The element is only read aloud.
robot = Robot
line = Jalur
when = Kapan
redials = Panggil ulang
stop-rule = Hentikan sisanya
calling-rule = Aturan panggilan
calls-end = Panggilan berakhir
change-robot = Ubah<hidden> robot</hidden>
change-line = Ubah<hidden> jalur</hidden>
change-when = Ubah<hidden> waktu menelepon</hidden>
change-redials = Ubah<hidden> panggil ulang</hidden>
change-stop-rule = Ubah<hidden> kapan sisanya dihentikan</hidden>
change-calling-rule = Ubah<hidden> waktu sesuai aturan panggilan</hidden>
change-calls-end = Ubah<hidden> akhir panggilan</hidden>
now-at = Sekarang: { $clock } ({ $zone })
at-window = { $window } ({ $zone })
