language = Bahasa
by-browser = Mengikuti peramban saya
hint = Halaman dan email memakai bahasa ini, di peramban mana pun.
save = Simpan bahasa
