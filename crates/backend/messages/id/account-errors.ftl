# Why an account or its credentials are not saved, and what is said of its do-not-call lists.
not-kept-apart = Basis data tidak akan memisahkan akun, karena Coxswain masuk ke sana sebagai pemilik tabel atau superuser. Beri Coxswain peran basis data sendiri terlebih dahulu: coxswain migrate --application-role.
key-in-use = Akun lain sudah memakai kunci ini. Masukkan kunci milik akun ini.
sandbox-has-no-credentials = Sandbox tidak punya kredensial. Tidak ada yang diubah.
nothing-saved = Tidak ada yang disimpan.
key-of-other-account = Kunci ini milik akun AIRudder lain: tidak ada satu pun robot akun ini di sana. Tidak ada yang disimpan.
enter-app-key = Masukkan app key.
enter-app-secret = Masukkan app secret.
malformed-app-key = Ini bukan app key yang sah. Salin lagi dari AIRudder, tanpa spasi.
malformed-app-secret = Ini bukan app secret yang sah. Salin lagi dari AIRudder, tanpa spasi.
outdated-list = { $name } (per { $day })
outdated-lists = { NUMBER($count) } daftar jangan hubungi sudah kedaluwarsa: { $lists }. Unggah versi yang lebih baru.
