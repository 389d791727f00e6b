# What is said to somebody who would send a batch again, where somebody else has to.
by-somebody-else = Tidak dikirim: Anda mengubah draf tugas ini, dan akun meminta orang kedua. Minta peluncur atau administrator yang tidak mengubahnya untuk mengirim ulang.
outside-by-somebody-else = Tidak dikirim: di luar aturan panggilan ini hanya orang kedua yang mengirim ulang kelompok, dan Anda meluncurkan tugas ini atau mengubah drafnya. Minta peluncur atau administrator yang tidak melakukan keduanya.
