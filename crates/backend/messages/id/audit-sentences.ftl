# What was done, as the audit log tells it: without a subject, who did it stands beside each sentence.
set-up = Menyiapkan Coxswain sebagai administrator pertama.
set-up-refused = Kunci penyiapan ditolak: { $reason }.
signed-in = Masuk.
signed-in-with = Masuk dengan { $by }.
by-password = kata sandi
by-password-and-app = kata sandi dan kode aplikasi autentikator
by-password-and-recovery-code = kata sandi dan kode pemulihan
by-passkey = kunci sandi
by-link = tautan sekali pakai
by-link-and-app = tautan sekali pakai dan kode aplikasi autentikator
by-link-and-recovery-code = tautan sekali pakai dan kode pemulihan
sign-in-refused = Upaya masuk ditolak: { $reason }.
sign-in-refused-of-unknown = Upaya masuk ditolak: { $reason } (email { $digest }…).
signed-out = Keluar.
session-ended = Mengakhiri sesi { $session }.
other-sessions-ended = Mengakhiri { NUMBER($sessions) } sesi lain.
# Why something was refused.
unknown-email = tidak ada yang memakai email ini
disabled = orangnya dinonaktifkan
wrong-password = kata sandi salah
wrong-code = kode faktor kedua salah
wrong-passkey = kunci sandi salah, atau terlambat
changed-meanwhile = kata sandi atau perannya sudah diubah sementara itu
too-many-attempts = terlalu banyak percobaan
link-expired = sudah kedaluwarsa
link-unknown = sudah dipakai, dicabut, atau tidak pernah dibuat
key-unknown = salah atau sudah kedaluwarsa
# Settings.
secrets-encrypted-anew = Mengenkripsi { NUMBER($secrets) } rahasia dengan kunci baru.
account-made = Menambahkan akun “{ $name }”.
credentials-changed = Mengubah kredensial AIRudder akun ini.
holiday-added = Menambahkan hari libur { $date }, “{ $name }”, untuk { $country }.
holiday-removed = Menghapus hari libur { $date }, “{ $name }”, untuk { $country }.
push-address-made = Membuat alamat untuk notifikasi push AIRudder.
# People. Roles are those in a sentence.
as-viewer = { -viewer }
as-preparer = { -preparer }
as-launcher = { -launcher }
as-administrator = { -administrator }
no-role = tanpa peran
person-added = Menambahkan seseorang sebagai { $role }.
person-invited = Mengundang { $email } sebagai { $role }.
invitation-revoked = Mencabut undangan untuk { $email }.
invitation-accepted = Menerima undangan sebagai { $role }.
role-changed = Mengubah peran dari { $old } menjadi { $new }.
person-disabled = Menonaktifkan seseorang.
person-enabled = Mengaktifkan seseorang.
reset-started = Memulai reset kata sandi.
reset-used = Memilih kata sandi baru lewat tautan reset.
link-refused = Tautan sekali pakai ditolak: { $reason }.
name-changed = Mengubah namanya.
password-changed = Mengubah kata sandinya.
password-change-refused = Gagal mengonfirmasi identitasnya: { $reason }.
confirmed = Mengonfirmasi identitasnya.
app-added = Menyiapkan aplikasi autentikator.
app-removed = Menghapus aplikasi autentikatornya.
passkey-added = Menambahkan kunci sandi.
passkey-removed = Menghapus kunci sandi.
recovery-codes-made = Membuat kode pemulihan baru.
factors-removed = Menghapus semua faktor kedua milik seseorang.
# Lists and drafts.
list-uploaded = Mengunggah daftar dengan { NUMBER($rows) } baris (SHA-256 { $digest }…).
fixed-rows-uploaded = Mengunggah baris yang sudah diperbaiki, yang mengubah { NUMBER($rows) } baris (SHA-256 { $digest }…).
check-started = Memulai pemeriksaan { NUMBER($leads) } prospek; { NUMBER($fixed) } baris diperbaiki secara manual.
check-cancelled = Membatalkan pemeriksaan.
draft-discarded = Membuang draf dengan { NUMBER($leads) } prospek.
draft-restored = Memulihkan draf.
# What calls people, and what stops it.
approved = Menyetujui peluncuran { NUMBER($leads) } prospek.
# The last three are 1 where it is so, and 0 otherwise.
submitted = Mengirim { NUMBER($leads) } prospek{ $refused ->
    [0] { "" }
   *[other] , tanpa { $refused } yang ditolak
    }{ $at-night ->
    [1] , ditelepon pada malam hari
   *[other] { "" }
    }{ $outside-rule ->
    [1] , ditelepon di luar aturan panggilan
   *[other] { "" }
    }{ $approved ->
    [1] , dengan persetujuan orang kedua
   *[other] { "" }
    }.
submitted-test = Mengirim uji coba: satu panggilan ke nomornya sendiri.
rule-overridden = Memberi alasan untuk menelepon di luar { $rule }.
rule-overridden-for-batch = Memberi alasan untuk menelepon dengan kelompok { NUMBER($batch, useGrouping: "false") } di luar { $rule }.
batch-sent-again = Mengirim ulang kelompok { NUMBER($batch, useGrouping: "false") }.
batch-given-up = Melepas kelompok { NUMBER($batch, useGrouping: "false") }.
batch-stopped = Menghentikan kelompok { NUMBER($batch, useGrouping: "false") }.
stop-wanted = Meminta AIRudder menghentikan { NUMBER($batches) } kelompok.
stop-wanted-of-batch = Meminta AIRudder menghentikan kelompok { NUMBER($batch, useGrouping: "false") }.
cancel-wanted = Meminta AIRudder membatalkan nomor di baris { NUMBER($row, useGrouping: "false") }.
cancels-wanted-again = Meminta AIRudder lagi membatalkan { NUMBER($numbers) } nomor.
marked-done = Menandai tugas sebagai selesai.
needs-attention-again = Membatalkan tanda selesai pada tugas.
# Looks at personal data. Digits are 0 where nothing was searched for.
lead-shown = Melihat satu prospek secara terpisah{ $digits ->
    [0] { "" }
   *[other] , ditemukan dengan { $digits } angka dari nomornya
    }.
lead-of-row-shown = Melihat satu prospek secara terpisah (baris { NUMBER($row, useGrouping: "false") } daftar){ $digits ->
    [0] { "" }
   *[other] , ditemukan dengan { $digits } angka dari nomornya
    }.
lead-of-rows-shown = Melihat satu prospek secara terpisah (baris { NUMBER($first) } sampai { NUMBER($last) } daftar){ $digits ->
    [0] { "" }
   *[other] , ditemukan dengan { $digits } angka dari nomornya
    }.
leads-shown = Melihat { NUMBER($leads) } prospek dari sebuah draf{ $digits ->
    [0] { "" }
   *[other] , ditemukan dengan { $digits } angka dari suatu nomor
    }.
leads-of-row-shown = Melihat { NUMBER($leads) } prospek dari sebuah draf (baris { NUMBER($row, useGrouping: "false") } daftar){ $digits ->
    [0] { "" }
   *[other] , ditemukan dengan { $digits } angka dari suatu nomor
    }.
leads-of-rows-shown = Melihat { NUMBER($leads) } prospek dari sebuah draf (baris { NUMBER($first) } sampai { NUMBER($last) } daftar){ $digits ->
    [0] { "" }
   *[other] , ditemukan dengan { $digits } angka dari suatu nomor
    }.
columns-shown = Melihat kolom sebuah daftar: { NUMBER($cells) } sel dengan nomor lengkap.
replacement-shown = Melihat hasil penggantian teks sebelum dilakukan: { NUMBER($cells) } sel dengan nomor lengkap.
numbers-shown = Melihat { NUMBER($numbers) } nomor lengkap dari panggilan.
numbers-of-row-shown = Melihat { NUMBER($numbers) } nomor lengkap dari panggilan (baris { NUMBER($row, useGrouping: "false") } daftar).
numbers-of-rows-shown = Melihat { NUMBER($numbers) } nomor lengkap dari panggilan (baris { NUMBER($first) } sampai { NUMBER($last) } daftar).
file-downloaded-whole = Mengunduh { $file }: { NUMBER($rows) } baris, dengan nomor lengkap.
file-downloaded-masked = Mengunduh { $file }: { NUMBER($rows) } baris, dengan nomor yang disamarkan.
leads-as-sent = prospek seperti saat dikirim
calls = panggilan
rows-to-fix = baris yang perlu diperbaiki
number-searched-in-tasks = Mencari { NUMBER($digits) } angka dari suatu nomor: { NUMBER($found) } tugas ditemukan.
number-searched-in-calls = Mencari { NUMBER($digits) } angka dari suatu nomor: { NUMBER($found) } panggilan ditemukan.
erasure-looked-up = Melihat apa yang tersimpan tentang suatu nomor: { NUMBER($rows) } baris.
number-erased = Menghapus sebuah nomor: { NUMBER($rows) } baris di { NUMBER($accounts) } akun.
stays-on-list = Nomor itu tetap ada di daftar jangan hubungi.
# What a role did not allow: what it was is an action such as “work on drafts”.
forbidden = Tidak diizinkan { $what } sebagai { $role }.
do-this = melakukan ini
account-forbidden = Meminta akun yang di dalamnya tidak memiliki peran.
too-many-checks = Ditolak memeriksa: terlalu banyak dalam satu jam.
too-many-downloads = Ditolak mengunduh berkas: terlalu banyak dalam satu jam.
too-many-searches = Ditolak mencari nomor: terlalu banyak dalam satu jam.
log-exported = Mengekspor { NUMBER($entries) } entri log audit.
# Do-not-call lists.
do-not-call-added = Memasukkan { NUMBER($numbers) } nomor ke daftar jangan hubungi perusahaan.
do-not-call-added-from-file = Memasukkan { NUMBER($numbers) } nomor dari sebuah berkas ke daftar jangan hubungi perusahaan{ $rows ->
    [0] { "" }
   *[other] , { NUMBER($rows) } baris tidak terbaca
    } (SHA-256 { $digest }…).
do-not-call-removed = Mengeluarkan sebuah nomor dari daftar jangan hubungi “{ $list }”: { $reason }
do-not-call-searched = Mencari sebuah nomor di daftar jangan hubungi: { NUMBER($found) } entri.
do-not-call-list-taken-in = Mengunggah daftar jangan hubungi “{ $list }” per { $day } dengan { NUMBER($numbers) } nomor (SHA-256 { $digest }…).
do-not-call-list-taken-in-partly = Mengunggah daftar jangan hubungi “{ $list }” per { $day } dengan { NUMBER($numbers) } nomor, { NUMBER($rows) } baris tidak terbaca (SHA-256 { $digest }…).
do-not-call-list-removed = Menghapus daftar jangan hubungi “{ $list }” dengan { NUMBER($numbers) } nomor.
do-not-call-reapplied = Memasukkan lagi { NUMBER($listed) } nomor ke daftar jangan hubungi perusahaan dan mengeluarkan lagi { NUMBER($taken-off) } nomor dari daftar jangan hubungi, sesuai jurnal pemulihan.
do-not-call-key-made = Membuat kunci baru untuk nomor di daftar jangan hubungi.
# Who it was where nobody is known.
command-line = Baris perintah
not-signed-in = Belum masuk
