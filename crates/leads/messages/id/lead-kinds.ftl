# Kinds of leads: of one lead, and of all of them.
ready = Siap
warning = Peringatan
warnings = Peringatan
to-fix = Perlu diperbaiki
rows-to-fix = Baris yang perlu diperbaiki
duplicate = Duplikat
duplicates = Duplikat
recent = Ada di tugas baru-baru ini
do-not-call = Jangan hubungi
held-back = Ditahan
left-out = Dikeluarkan
keep-first = Pertahankan yang pertama
keep-last = Pertahankan yang terakhir
keep-all = Pertahankan semua
