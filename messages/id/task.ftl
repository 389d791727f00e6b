new-task-like = Tugas baru dengan pengaturan ini
back-to-review = Kembali ke tinjauan
open-robot = Buka robot
refresh = Segarkan sekarang
test = Uji coba
sandbox = Sandbox
submitted = { NUMBER($leads) } prospek · dikirim oleh { $by }, <at>{ $at }</at> ({ $zone })
submitted-and-approved = { NUMBER($leads) } prospek · dikirim oleh { $by }, <at>{ $at }</at> · disetujui oleh { $approver }, <approved>{ $approved }</approved> ({ $zone })
refused = AIRudder menolak { NUMBER($leads) } prospek
refused-shown = Menampilkan { NUMBER($shown) } dari { NUMBER($all) }.
times = Waktu dalam { $zone }
# The tabs, which name pages of their own too.
task = Tugas
results = Hasil
calls = Panggilan
list = Daftar
batches = Kelompok
activity = Aktivitas
part-title = { $part } · { $task }
# The list, and what was sent.
rows = Yang terjadi pada setiap baris
rows-file = Berkas ini berisi semua baris daftar: yang ditelepon beserta hasilnya, yang lain beserta alasan dikeluarkan.
download-list = Unduh daftar dengan hasil
as-csv = Sebagai CSV
sent = Yang dikirim
values = Nilai
values-of-row = Baris { NUMBER($row, useGrouping: "false") } dari { $file }
proof = <link>Unduh bukti</link>: daftar, pemeriksaan, siapa yang mengirim dan menyetujui, daftar dan aturan yang diterapkan, serta hasil panggilannya.
proof-before = Sejak itu buktinya tidak lagi memuat daftar dan panggilan: <link>unduh buktinya</link> sebelum itu.
download-leads = Unduh prospek seperti yang dikirim
# What happens next.
sandbox-stands-in = Sandbox menggantikan AIRudder: tidak ada yang benar-benar ditelepon.
rest-can-be-stopped = Yang belum dikirim dapat dihentikan di bawah.
calling-can-be-stopped = “Hentikan panggilan” di bawah menghentikan sisanya, juga di AIRudder.
# Stopping.
stop-calling = Hentikan panggilan
stop-calling-question = Hentikan panggilan untuk “{ $task }”?
# Why it needs attention.
mark-as-done = Tandai selesai
ask-again = Minta lagi
done = Ditandai selesai oleh { $by }, <time>{ $at }</time>.
needs-attention-again = Perlu perhatian lagi
# The way back from a refusal.
followed-by = Dilanjutkan oleh <link>{ $task }</link>.
send-others = Kirim { NUMBER($others) } prospek lainnya…
fix-and-send-again = Perbaiki dan kirim ulang
# What AIRudder’s support asks for.
support = Untuk dukungan AIRudder
fingerprint = Sidik jari berkas (SHA-256)
batch = Kelompok { NUMBER($batch, useGrouping: "false") }
no-id-yet = belum ada ID
no-id = tanpa ID
