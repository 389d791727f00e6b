page-title = Tinjauan: { $name }
pages = Halaman
pages-again = Halaman (bawah)
# The steps.
step-form = Daftar dan pengaturan panggilan
step-review = Tinjauan
step-check = Pemeriksaan
step-submit = Pengiriman
to-complete = perlu dilengkapi
not-finished = belum selesai
refused-word = ditolak
some-refused = { NUMBER($count) } ditolak
# What can be done with the whole of it.
back-to-drafts = Kembali ke draf
replace-list = Ganti daftar
# What the grid says of saving.
saving = Menyimpan…
saved = Tersimpan
offline = Perubahan yang belum disimpan: <count></count>. Coxswain tidak merespons. Mencoba lagi…
signed-out = Anda sudah keluar. <link>Masuk di tab lain</link>, dan perubahan Anda akan disimpan.
no-step = Coxswain tidak merespons. Muat ulang halaman untuk melihat apakah langkah itu dilakukan.
refused = Tidak disimpan. <reason></reason> Muat ulang halaman untuk melihat versi terkini.
still-saving = Masih menyimpan. Tunggu sebentar, lalu coba lagi.
not-pasted = { $count } sel tidak ditempel: tidak muat di halaman ini.
cell = { $column }, baris { $row }
# What goes on from here.
next-page-confirms = Belum ada yang ditelepon: Anda mengonfirmasi di halaman berikutnya.
dry-run = Ini hanya pemeriksaan: tidak membuat tugas dan tidak menelepon siapa pun.
check-is-running = Pemeriksaan sedang berjalan.
complete-settings = Lengkapi pengaturan
check-again = Periksa lagi
check-with-airudder = Periksa dengan AIRudder
submit = Kirim { NUMBER($count) } prospek
# How many are called, and why the others are not.
nobody-yet = Belum ada yang dapat ditelepon
called = { NUMBER($called) } dari { NUMBER($all) } akan ditelepon
with-errors = { NUMBER($count) } memiliki kesalahan
refused-by-airudder = { NUMBER($count) } ditolak AIRudder
duplicates = { NUMBER($count) } duplikat
recent = { NUMBER($count) } di tugas baru-baru ini
on-do-not-call-lists = { NUMBER($count) } di daftar jangan hubungi
held-back = { NUMBER($count) } ditahan
left-out = { NUMBER($count) } dikeluarkan manual
# All were called recently.
call-again = Telepon lagi
another-list = Pilih daftar lain
download-rows = Unduh { NUMBER($count) } baris ini
# The check.
outdated-check = Draf berubah setelah pemeriksaan. Periksa lagi.
checking = Memeriksa dengan AIRudder
calls-nobody = Ini tidak menelepon siapa pun. Anda dapat meninggalkan halaman ini.
cancel-check = Batalkan pemeriksaan
check-failed = <strong>Pemeriksaan tidak selesai.</strong> Tidak ada yang ditelepon. Periksa lagi dalam satu menit.
checked = Diperiksa <time>{ $moment }</time>.
checked-until = Diperiksa <time>{ $moment }</time>, <until></until>.
accepts-all = AIRudder menerima semua { NUMBER($count) } prospek.
show-refused = Tampilkan { NUMBER($count) } prospek yang ditolak
refused-of = AIRudder menolak { NUMBER($refused) } dari { NUMBER($total) } prospek
fix-it = Perbaiki, atau kirim tanpanya.
fix-them = Perbaiki, atau kirim tanpa prospek itu.
refuses-whole-list = AIRudder menolak daftar ini secara keseluruhan
change-settings-or-list = Baca keterangannya, ubah pengaturan atau daftarnya, lalu periksa lagi.
refuses-unnamed-lead = AIRudder menolak satu prospek yang tidak disebutkannya
until-it-is-found = Tidak ada yang ditelepon sampai prospek itu ditemukan, lalu diperbaiki atau dikeluarkan.
refuses-unnamed-leads = AIRudder menolak beberapa prospek yang tidak disebutkannya
until-they-are-found = Tidak ada yang ditelepon sampai semuanya ditemukan, lalu diperbaiki atau dikeluarkan.
would-refuse = AIRudder akan menolak tugas ini
fix-named = Perbaiki yang disebutkan AIRudder, lalu periksa lagi.
# Leads that AIRudder refuses without naming them.
looking-for-refused = Mencari prospek yang ditolak
search-takes = Diperlukan sekitar { NUMBER($checks) } pemeriksaan paruhan daftar. Ini tidak menelepon siapa pun. Anda dapat meninggalkan halaman ini.
find-it = Temukan
find-them = Temukan semua
finding-takes = Memeriksa paruhan daftar: sekitar { NUMBER($checks) } pemeriksaan. Tidak menelepon siapa pun.
unnamed = AIRudder memberi { NUMBER($count) } alasan dan tidak menyebutkan untuk prospek mana.
more-unnamed = AIRudder memberi { NUMBER($count) } alasan lagi dan tidak menyebutkan untuk prospek mana.
found = { NUMBER($count) } prospek ditemukan.
no-single-lead = AIRudder menerima setiap bagian daftar secara terpisah, jadi penyebabnya bukan satu prospek tertentu.
checks = { NUMBER($checks) } pemeriksaan
not-found = { NUMBER($count) } penolakan tidak ditemukan dalam { $checks }. Perbaiki prospek yang ditemukan, lalu periksa lagi.
no-clear-answer = Pencarian tidak selesai, karena AIRudder tidak memberi jawaban yang jelas.
# Groups of problems.
problems = Masalah
fixed-automatically = Diperbaiki otomatis
# Columns.
columns = Kolom
matched-as-last-time = Dicocokkan seperti terakhir kali
columns-used = { NUMBER($used) } dari { NUMBER($all) } digunakan
match-columns = Cocokkan kolom
no-numbers = Tidak ada kolom daftar ini yang digunakan untuk Ponsel, jadi tidak ada yang dapat ditelepon.
nearly-all = { NUMBER($count) } dari { NUMBER($all) } prospek memiliki satu masalah: { $problem }. Apakah kolomnya sudah benar?
in-every-row = “{ $value }” di setiap baris
or-else = { $first }, atau { $second } jika kosong
# Which task it follows.
follows-calls = Draf ini menelepon orang lagi menurut hasil panggilan mereka di <link>{ $name }</link>.
follows-task = Draf ini berisi prospek dan perbaikan dari <link>{ $name }</link>.
refused-before = AIRudder menolak { NUMBER($count) } prospeknya: barisnya menyebutkan alasannya.
recent-left-out-too = Prospek yang baru-baru ini ditelepon dikeluarkan.
show-leads = Tampilkan { NUMBER($count) } prospek
# The leads.
problem = Masalah
leads-on-page = Prospek di halaman ini
row = Baris
grid-help = Panah: pindah. Enter atau F2: ubah. Tab: masalah berikutnya. Esc: keluar. Ctrl+Z: urungkan.
beyond-end = Halaman ini melewati akhir
only-matching = Hanya { NUMBER($count) } prospek yang cocok. Yang lain mungkin sudah diperbaiki.
last-page = Tampilkan halaman terakhir
no-leads = Tidak ada prospek
no-leads-text = Daftar ini hanya berisi judul kolom, tanpa baris. Pilih berkas lain.
none-match = Tidak ada prospek yang cocok
none-contains = Tidak ada prospek yang berisi “{ $text }”.
clear-search = Hapus pencarian
all-fixed = Semua sudah diperbaiki
ready = { NUMBER($count) } prospek siap.
no-leads-here = Tidak ada prospek di sini
no-leads-here-text = Pilih hitungan lain di atas, atau tampilkan semua prospek.
show-all = Tampilkan semua prospek
# The element is only read aloud.
row-number = <hidden>Baris </hidden>{ NUMBER($row, useGrouping: "false") }
in-the-file = Di berkas: { $text }
empty-in-the-file = Di berkas: kosong
keep-this = Pertahankan ini
keep-this-row = Pertahankan ini: baris { NUMBER($row, useGrouping: "false") }
same-number = Nomor sama dengan baris { NUMBER($row, useGrouping: "false") }
in-task = Di tugas <link>{ $name }</link>, { $day }
lead-left-out = Dikeluarkan manual
on-do-not-call-list = Di daftar jangan hubungi: { $list }
# Makes a sentence of a few words.
sentence = { $words }.
error = Kesalahan: { $sentence }
warning = Peringatan: { $sentence }
# Rows that are held back.
hold-back = Tahan
call-too = Telepon juga
# Counts of leads.
filter = Saring prospek
all = Semua
not-called-yet = belum ditelepon
will-be-called = akan ditelepon
with-and-without-warnings = dengan dan tanpa peringatan
called-but-look = ditelepon, tetapi periksa
not-called-until-fixed = tidak ditelepon sampai diperbaiki
not-called = tidak ditelepon
in-earlier-task = oleh AIRudder, di tugas sebelumnya
by-hand = manual
in-the-list = dalam daftar
first-is-called = yang pertama ditelepon
last-is-called = yang terakhir ditelepon
every-row-is-called = setiap baris ditelepon
in-a-recent-task = di tugas baru-baru ini
within-days = dalam { NUMBER($days) } hari terakhir
# Questions.
do-not-call-lists = Daftar jangan hubungi
which-has-numbers = Kolom mana yang berisi nomor telepon?
not-sure = Coxswain tidak yakin. Tidak ada prospek yang siap sampai Anda memilih.
which-is = Kolom mana yang merupakan { $field }?
several-fit = Beberapa kolom cocok. Tidak ada prospek yang siap sampai Anda memilih.
none-of-them = Tidak satu pun
use-column = Gunakan kolom ini
no-column-for-it = Robot mengucapkan { $variable }, tetapi daftar ini tidak memiliki kolom untuk itu.
no-column-for-them = Robot mengucapkan { $variables }, tetapi daftar ini tidak memiliki kolom untuk semua itu.
choose-or-leave-empty = Pilih kolomnya, atau biarkan variabel ini kosong. Tidak ada prospek yang siap sampai Anda memilih.
use-columns = Gunakan kolom ini
leave-empty = Biarkan kosong
no-column = Tanpa kolom
second-numbers = “{ $header }” juga berisi nomor telepon ({ $samples }). Anda dapat memakainya di baris yang nomor pertamanya kosong.
use-there = Gunakan di sana
# Numbers that come twice.
duplicates-setting = Duplikat
called-within = Ditelepon dalam { NUMBER($days) } hari terakhir
are-left-out = dikeluarkan
are-called-again = ditelepon lagi
# The second element is only read aloud.
change-duplicates = <link>Ubah</link><hidden> yang dilakukan dengan duplikat</hidden>
not-again-within = Jangan telepon lagi dalam { NUMBER($days) } hari
number-in-several-rows = Jika satu nomor ada di beberapa baris
save = Simpan
all-rows-called = Setiap baris ditelepon: sebagian orang ditelepon lebih dari sekali.
duplicates-left-out = { NUMBER($count) } duplikat dikeluarkan.
days = { NUMBER($days) } hari
recent-left-out = { NUMBER($count) } nomor dikeluarkan: ada di tugas dalam { $days } terakhir.
recent-called-again = Nomor di tugas baru-baru ini ditelepon lagi.
search-leads = Cari prospek
# How the leads will be called.
settings = Pengaturan
call = Panggilan
settings-to-complete = pengaturan perlu dilengkapi
# The element is only read aloud.
change-call = Ubah<hidden> pengaturan panggilan</hidden>
call-me-first = Telepon saya dulu
batches = Kelompok
split = { NUMBER($leads) } prospek dalam { NUMBER($batches) } kelompok: { $sizes }.
one-batch-of = satu berisi { NUMBER($size) }
batches-of = { NUMBER($count) } berisi { NUMBER($size) }
# The file.
rows-of-it = { NUMBER($count) } baris di antaranya
wrong-sheet = Lembar yang salah?
sheet = Lembar
other-encodings = Pengodean lain
letters-look-wrong = Hurufnya tampak salah?
choose-reading = Pilih baris yang terbaca benar
read-again = Baca berkas lagi
header-row-choice = Baris { NUMBER($row, useGrouping: "false") }: { $text }
no-headers = Tanpa judul kolom: baris pertama adalah prospek
headers-elsewhere = Judul kolom di baris lain?
header-row = Baris judul kolom
fixes-are-lost = Membaca berkas lagi menghapus perbaikan Anda.
other-sheets = Lembar lain di berkas ini tampak seperti prospek tetapi tidak ada di daftar ini: { $sheets }.
sheet-with-rows = “{ $name }” ({ NUMBER($rows) } baris)
add-sheets = Tambahkan lembar ini
# What works on all leads.
find-and-replace = Temukan dan ganti
column = Kolom
find = Temukan
replace-with = Ganti dengan
find-cells = Temukan sel
rows-as-file = Baris yang perlu diperbaiki sebagai berkas
fix-in-excel = Perbaiki di Excel, lalu unggah berkasnya. Hanya baris itu yang diganti.
excel-workbook = Buku kerja Excel
csv = CSV
fixed-file = Berkas yang sudah diperbaiki
upload-fixed = Unggah baris yang sudah diperbaiki
# One step back, and forth again.
undo = Urungkan
redo = Ulangi
nothing-undone = Tidak ada yang diurungkan.
nothing-changed = Belum ada yang diubah.
undo-what = Urungkan: { $what }
redo-what = Ulangi: { $what }
