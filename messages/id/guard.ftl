session-ended = Sesi Anda telah berakhir. Masuk lagi.
session-ended-nothing-done = Sesi Anda telah berakhir, jadi tidak ada yang dilakukan. Masuk dan coba lagi.
session-ended-form-kept = Sesi Anda telah berakhir. Yang Anda masukkan disimpan: masuk untuk melanjutkan.
session-ended-file-lost = Sesi Anda telah berakhir. Yang Anda masukkan disimpan: masuk untuk melanjutkan. Hanya berkas yang perlu dipilih lagi.
no-account-title = Muat ulang halaman
no-account = Formulir ini tidak menyebutkan akun tujuannya. Tidak ada yang diubah. Muat ulang halamannya.
