# What is told of changes to the leads of a draft.
nothing-to-change = Tidak ada yang perlu diubah.
leads-changed = { NUMBER($count) } prospek diubah.
not-found = Tidak ada sel { $field } yang berisi “{ $find }”.
replaced = “{ $find }” diganti di { NUMBER($count) } sel { $field }.
kept = Baris { NUMBER($row, useGrouping: "false") } dipertahankan. { NUMBER($others, useGrouping: "false") } baris lain dengan nomor yang sama dikeluarkan.
choose-file = Pilih berkas dengan baris yang sudah diperbaiki.
# Read aloud once leads have been changed on the page.
row-status = Baris { NUMBER($row, useGrouping: "false") }: { $status }.
nothing-left = Tidak ada lagi yang perlu diperbaiki.
page-unchanged = Tidak ada yang berubah di halaman ini.
rows-updated = { NUMBER($count) } baris diperbarui.
# What is told of one lead.
row-saved = Baris { NUMBER($row, useGrouping: "false") } disimpan.
row-left-out = Baris { NUMBER($row, useGrouping: "false") } dikeluarkan.
row-included = Baris { NUMBER($row, useGrouping: "false") } disertakan lagi.
undone = Diurungkan: { $step }.
redone = Diulangi: { $step }.
# What is told of a draft.
approved = Disetujui. Selama tidak ada yang berubah, setiap peluncur dapat memulai panggilan di halaman ini.
check-cancelled = Pemeriksaan dibatalkan.
checked-again = Pilihan untuk duplikat disimpan. Pemeriksaan dilakukan lagi.
discarded = { $draft } dibuang.
restored = { $draft } dipulihkan.
file-read-again = Berkas dibaca lagi. Perbaikan yang dibuat sebelumnya hilang.
