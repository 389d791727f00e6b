page-title = Akun
none-title = Anda tidak punya peran di akun mana pun
none = Minta administrator memberi Anda peran. Lalu muat ulang halaman ini.
load-again = Muat ulang
tasks-today = { NUMBER($count) } tugas hari ini
open-drafts = { NUMBER($count) } draf terbuka
holidays-missing = Hari libur { $year } belum ada
