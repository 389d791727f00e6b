# Why nobody was called, or nothing was approved, and what to do.
nothing-submitted = Tidak ada yang dikirim.
ask-somebody-else = Tidak ada yang ditelepon: orang kedua harus menyetujuinya dulu. Anda mengubah draf ini, jadi mintalah peluncur atau administrator yang tidak mengubahnya.
not-as-shown = Tidak ada yang ditelepon dan tidak ada yang disetujui: yang akan dikirim tidak lagi sama dengan yang ditampilkan halaman ini. Lihat lagi, lalu putuskan.
submitted-before-approval = Tidak ada yang disetujui: draf ini sudah dikirim.
no-second-person-asked = Tidak ada yang disetujui: akun ini tidak meminta orang kedua.
checked-again = Draf sudah diperiksa lagi. Tinjau hasil barunya, lalu kirim.
leads-refused = AIRudder menolak { NUMBER($leads) } prospek. Kirim tanpa prospek itu di halaman peluncuran, atau perbaiki dan periksa lagi.
submitted-meanwhile = { NUMBER($leads) } prospek dikeluarkan: ada di tugas yang dikirim setelah pemeriksaan. Periksa lagi.
listed-meanwhile = { NUMBER($numbers) } nomor dimasukkan ke daftar jangan hubungi setelah pemeriksaan. Periksa lagi.
