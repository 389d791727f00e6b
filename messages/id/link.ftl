broken-title = Tautan ini tidak berfungsi
choose-password = Pilih kata sandi Anda
accept-invitation = Terima undangan
choose-new-password = Pilih kata sandi baru
change-password = Ubah kata sandi
name = Nama
email = Email
password = Kata sandi
