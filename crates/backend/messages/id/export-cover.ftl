# The first sheet of a workbook of calls: what the rows are.
about = Keterangan
calls = Panggilan
task = Tugas
as-of = Per
so-far = Sejauh ini
rows = Baris
columns = Kolom
exported = Diekspor
dialled = Ditelepon
reached = Terhubung
nothing-told = AIRudder belum memberi tahu apa pun
more-can-come = Belum semua kelompok dibuat, jadi panggilan masih bisa bertambah.
none-begun = Tidak ada panggilan yang dimulai.
not-asked = Data tidak diambil lagi dari AIRudder.
open = { NUMBER($calls) } panggilan belum selesai.
whole-list = Setiap baris daftar, termasuk yang dikeluarkan, masing-masing dengan alasannya
columns-dropped = Kolom yang dipakai; yang lain dihapus setelah pengiriman, sesuai pilihan akun
all-columns = Semua kolom daftar
# A moment as files write it, and the zone that it is in.
moment-in-zone = { $clock } ({ $zone })
