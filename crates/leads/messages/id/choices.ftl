# Short names that are chosen from: sectors, do-not-call lists, periods, when to call.
finance = Produk keuangan
other = Produk dan layanan lain
own = Daftar perusahaan
repep = REPEP (Meksiko, Profeco)
reus = REUS (Meksiko, Condusef)
ncpr = NCPR (India, TRAI)
client = Daftar klien
today = Hari ini
last-days = { NUMBER($days) } hari terakhir
