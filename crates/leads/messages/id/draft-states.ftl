# How far a draft has come, and which drafts are shown.
no-list = Belum ada daftar
settings = Pengaturan perlu dilengkapi
question = Pertanyaan perlu dijawab
checking = Memeriksa
refused-by-airudder = Ditolak AIRudder
leads-refused = { NUMBER($leads) } ditolak
checked = Sudah diperiksa
rows-to-fix = { NUMBER($rows) } perlu diperbaiki
nothing-ready = Tidak ada prospek yang siap
ready = Siap
any = Semua status
to-fix = Perlu diperbaiki
discarded = Dibuang
