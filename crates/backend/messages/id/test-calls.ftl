# Why nobody’s own number was called, and what to do.
enter-own-number = Masukkan dulu nomor Anda sendiri.
number-changed = Sementara itu nomor Anda sendiri sudah diubah. Lihat tombolnya, lalu tekan lagi.
number-is-in-a-list = Nomor ini ada di salah satu daftar akun ini, dan setiap peluncuran di akun ini disetujui orang kedua. Tidak ada yang ditelepon. Gunakan nomor yang tidak ada di daftar mana pun.
too-many-tests = Anda sudah meminta ditelepon { NUMBER($tests, useGrouping: "false") } kali dalam satu jam. Tunggu, lalu coba lagi.
tick-at-night = Tidak ada yang ditelepon. Centang “{ $label }” dan tekan lagi.
