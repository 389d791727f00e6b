# Mails with a one-time link, as plain text.
invitation-subject = Anda diundang ke Coxswain
invitation =
    Halo { $name },

    Anda diundang ke Coxswain. Buka tautan ini dan pilih kata sandi:

    { $address }

    Tautan ini hanya berlaku sekali dan kedaluwarsa dalam 24 jam. Jangan teruskan: siapa pun yang memilikinya dapat masuk sebagai Anda.
    Jika Anda tidak tahu mengapa menerima email ini, beri tahu administrator Anda.
reset-subject = Pilih kata sandi baru untuk Coxswain
reset =
    Halo { $name },

    Administrator memulai reset kata sandi untuk Anda. Buka tautan ini dan pilih kata sandi baru:

    { $address }

    Tautan ini hanya berlaku sekali dan kedaluwarsa dalam satu jam. Jangan teruskan: siapa pun yang memilikinya dapat masuk sebagai Anda.
    Jika Anda tidak tahu mengapa menerima email ini, beri tahu administrator Anda.
