more-than = { NUMBER($number) }+
# What goes on at the server.
leads-processed = { $done } dari { $total } prospek diproses
leads-checked = { $done } dari { $total } prospek diperiksa
checks-made = { $done } dari { $total } pemeriksaan selesai
no-answer = Coxswain tidak merespons. Pekerjaan tetap berjalan. Mencoba lagi…
reload-page = Muat ulang halaman
# Buttons.
asks = { $text }…
cancel = Batal
undo = Urungkan
copied = Tersalin
discard = Buang draf
discard-asks = Buang…
# Calls as a bar.
not-known-yet = Belum diketahui
shares-of-calls = { NUMBER($reached) }% terhubung, { NUMBER($ended) }% tidak terhubung, { NUMBER($open) }% belum selesai
# Fields and lists.
no-longer-listed = { $choice } (tidak lagi terdaftar)
search = Cari
left-out = Alamat ini menyaring menurut { $what } yang tidak dapat digunakan Coxswain. Bagian filter itu diabaikan, sehingga yang ditampilkan bisa lebih banyak daripada yang diminta.
good-until = berlaku sampai <time>{ $moment }</time>
seconds-left = (sisa { $seconds } dtk)
over = (kedaluwarsa: periksa lagi)
# Pages of a list.
pages = Halaman
previous = <hidden>Halaman </hidden>Sebelumnya
next = <hidden>Halaman </hidden>Berikutnya
none = Tidak ada
past-the-end = Melewati akhir dari { NUMBER($matched) }
one-of = { NUMBER($first) } dari { NUMBER($matched) }
some-of = { NUMBER($first) }–{ NUMBER($last) } dari { NUMBER($matched) }
# Passkeys.
passkey-exists = Perangkat ini sudah memiliki kunci sandi untuk Coxswain.
passkey-not-sent = Coxswain tidak dapat dihubungi. Coba lagi.
passkey-not-used = Tidak ada kunci sandi yang digunakan. Coba lagi, atau pilih cara lain.
# What a list is for.
purpose = Tujuan
purpose-hint = Mengapa orang-orang ini ditelepon. Paling banyak 200 karakter.
source = Sumber daftar
source-hint = Dari mana nomor-nomornya berasal.
legal-basis = Dasar hukum
legal-basis-hint = Mengapa mereka boleh ditelepon, misalnya persetujuan mereka dan di mana itu disimpan.
# Leads that AIRudder refused.
refused = Prospek yang ditolak AIRudder
row = Baris
mobile = Ponsel
reason = Alasan
reason-from-airudder = Alasan dari AIRudder
customer = Pelanggan
# Steps.
steps = Langkah
step-done = { $step }<hidden>, selesai</hidden>
step-failed = { $step }: { $word }
