# What changed of settings, as the audit log tells it.
settings-changed = Mengubah pengaturan: { $changes }.
settings-saved = Menyimpan pengaturan tanpa perubahan.
rule-changed = Mengubah { $rule }: { $changes }.
rule-saved = Menyimpan { $rule } tanpa perubahan.
results-changed = Mengubah arti hasil panggilan (versi { NUMBER($version, useGrouping: "false") }): { $changes }.
results-saved = Menyimpan arti hasil panggilan (versi { NUMBER($version, useGrouping: "false") }) tanpa perubahan.
change = { $field } dari { $old } menjadi { $new }
first-and-next = { $first }; { $next }
nothing = kosong
on = aktif
off = nonaktif
# Fields of the account.
name = nama
country = negara
language = bahasa
zone = zona waktu
platform = platform
lines = jalur
default-line = jalur bawaan
dnc-arranged = daftar jangan hubungi AIRudder
fill-notes = pengisian komentar yang kosong
two-persons = persetujuan orang kedua
sector = sektor
list-purpose = tujuan daftar
list-source = sumber daftar
legal-basis = dasar hukum
batch-size = prospek per kelompok
cooldown-days = masa jeda (hari)
refuse-outdated-lists = penolakan daftar yang kedaluwarsa
# Fields of the retention.
result-days = lama penyimpanan prospek dan panggilan (hari)
draft-days = lama penyimpanan draf (hari)
unused-columns = kolom yang tidak digunakan
# Fields of a calling rule.
monday = Senin
tuesday = Selasa
wednesday = Rabu
thursday = Kamis
friday = Jumat
saturday = Sabtu
sunday = Minggu
from = jam mulai
to = jam selesai
zones = jam yang berlaku
on-holidays = pada hari libur
action = yang terjadi di luar aturan
needs-purpose = wajib menyebut tujuan
source = sumber
read-on = tanggal sumber dibaca
is-confirmed = konfirmasi
# What was chosen in a calling rule.
clock-of-account = zona waktu akun
clock-of-country = semua zona waktu negara itu
as-other-days = panggilan seperti hari lain
no-calls = tanpa panggilan
warning = peringatan
refusal = penolakan
