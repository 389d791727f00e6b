# Why something was not done with a task, and what to do.
nothing-sent = Tidak ada yang dikirim.
nothing-changed = Tidak ada yang diubah.
called-twice = Tidak dikirim: { NUMBER($numbers) } nomor ada di tugas yang lebih baru dan akan ditelepon dua kali. Mulai tugas baru saja dengan pengaturan ini.
no-batch-waits = Tidak ada yang perlu dihentikan: tidak ada kelompok yang menunggu.
no-call-is-open = Tidak ada yang perlu dihentikan: tidak ada lagi panggilan tugas ini yang belum selesai.
call-is-over = Panggilan baris { NUMBER($row, useGrouping: "false") } sudah selesai. Tidak ada yang perlu dibatalkan.
ran-in-the-sandbox = Tugas ini berjalan di sandbox; AIRudder tidak memilikinya.
is-at-airudder = Tugas ini ada di AIRudder; Coxswain sekarang memakai sandbox.
airudder-is-slow = AIRudder lambat. Menampilkan yang sudah diterima sejauh ini.
type-the-whole-number = Ketik nomor telepon lengkap. Peran Anda tidak dapat mencari dengan sebagian nomor.
results-changed-meanwhile = Sementara itu orang lain sudah mengubah hasil panggilan ini. Tidak ada yang disimpan: buat perubahan Anda pada yang ditampilkan sekarang.
calls-are-not-over = Panggilan tugas ini belum selesai. Jawaban AIRudder berikutnya otomatis dihitung dengan nama-nama baru.
refused-leads = Prospek yang ditolak AIRudder
left-out = Dikeluarkan
calling-rule = Aturan panggilan
outside-of-rule-unreadable = Sebagian panggilan mungkin berada di luar aturan panggilan. Rinciannya disimpan oleh versi Coxswain yang lain dan tidak dapat ditampilkan.
