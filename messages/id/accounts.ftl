page-title = Akun
none-title = Anda tidak punya peran di akun mana pun
none = Minta administrator memberi Anda peran. Lalu muat ulang halaman ini.
load-again = Muat ulang
submitted-today = { NUMBER($count) } tugas dikirim hari ini
open-drafts = { NUMBER($count) } draf terbuka
