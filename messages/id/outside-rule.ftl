given = { $by } memberi alasan ini: “{ $reason }”
give-a-reason = Untuk menelepon di luar aturan panggilan, berikan alasan.
give-a-reason-to-approve = Untuk menelepon di luar aturan panggilan, berikan alasan yang disetujui orang kedua.
allowed-next = Waktu berikutnya yang diizinkan: { $window }.
source-confirmed = Sumber: <source>{ $source }</source>. Sudah dikonfirmasi.
source-not-confirmed = Sumber: <source>{ $source }</source>. Belum dikonfirmasi administrator.
reason = Alasan
reason-hint = Alasan ini tersimpan bersama tugas. Jangan tulis nama atau nomor orang. Paling banyak 500 karakter.
