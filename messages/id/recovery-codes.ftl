page-title = Kode pemulihan
made = Sesi Anda yang lain telah berakhir. Simpan kode ini di tempat aman: setiap kode dapat dipakai masuk satu kali bila faktor kedua Anda tidak ada. Kode hanya ditampilkan sekarang. Kode lama tidak berlaku lagi.
saved = Sudah saya simpan
left = Tersisa { NUMBER($count) } kode. Setiap kode dapat dipakai masuk satu kali bila faktor kedua Anda tidak ada.
new-codes = Kode baru menggantikan yang lama dan mengakhiri sesi Anda yang lain.
make = Buat kode baru
