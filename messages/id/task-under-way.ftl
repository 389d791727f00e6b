sending = Mengirim ke AIRudder
reassurance = Anda dapat meninggalkan halaman ini.
searching = Mencari di tugas-tugas AIRudder
searching-text = Belum diketahui apakah AIRudder sudah membuat tugas ini. Coxswain mencarinya dan tidak mengirimnya lagi. Sementara itu, jangan membuat tugas lain dari daftar ini: orang mungkin ditelepon dua kali.
searches-done = { NUMBER($batches) } kelompok belum ditemukan. { NUMBER($searches, useGrouping: "false") } dari { NUMBER($most, useGrouping: "false") } pencarian selesai.
next-search = Pencarian berikutnya: { $at }.
stop-rest = Hentikan { NUMBER($batches) } kelompok
rest = { NUMBER($batches) } kelompok dengan { NUMBER($leads) } prospek belum dikirim. Kelompok yang dihentikan tidak menelepon siapa pun sampai Anda mengirimnya. Kelompok yang sudah dikirim tetap berjalan.
