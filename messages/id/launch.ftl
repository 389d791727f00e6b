checking = Memeriksa dengan AIRudder
nobody-yet = Belum ada yang dapat ditelepon
check = Periksa dengan AIRudder
check-again = Periksa lagi
complete-settings = Lengkapi pengaturan
back-to-review = Kembali ke tinjauan
ask-launcher = Draf sudah siap. Hanya peluncur dan administrator yang dapat mengirimnya: minta salah satu dari mereka membuka halaman ini.
call-me-first = Telepon saya dulu
confirm-first = Konfirmasi bahwa ini Anda sebelum orang ditelepon. Anda belum pernah memakai peramban ini, atau terakhir mengonfirmasi lebih dari 12 jam yang lalu. Setelah itu Anda kembali ke halaman ini.
confirm = Konfirmasi bahwa ini Anda
# The second person.
approve-only = Setujui saja
approved = Disetujui oleh { $by }, <time>{ $at }</time>. Berlaku sampai ada yang berubah di atas.
not-approved = Belum. Peluncur atau administrator yang tidak mengubah draf harus menyetujuinya.
changed-by = Diubah oleh
approval = Persetujuan
ask-somebody-else = Anda mengubah draf ini, jadi orang kedua harus menyetujuinya: peluncur atau administrator yang tidak mengubahnya. Kirim alamat halaman ini kepada salah satu dari mereka.
copy-address = Salin alamat
# Outside of the calling rule.
move-to = Pindahkan ke { $window }
save-reason = Simpan alasan
# What is confirmed.
batches = Kelompok
leads = { NUMBER($leads) } prospek
robot-says = Yang diucapkan robot
values-of-first = Nilai dari prospek pertama yang ditelepon: baris { NUMBER($row, useGrouping: "false") }.
values-of-first-named = Nilai dari prospek pertama yang ditelepon: baris { NUMBER($row, useGrouping: "false") }, { $customer }.
says = { $name }: “{ $value }”
says-nothing = { $name }: kosong
empty-in-all = kosong di semua prospek
empty-in = kosong di { NUMBER($empty) } dari { NUMBER($leads) } prospek
check-heading = Pemeriksaan
# The element “until” stands for until when the check is good, with the seconds that are left.
checked = Diperiksa <at>{ $at }</at>, <until></until>
