# The settings of a task: as label and value, and in a few words each.
robot = Robot
line = Jalur
when = Kapan
redials = Jumlah panggil ulang
platform = Platform
batches = Kelompok
do-not-call = Jangan hubungi
stop = Hentikan sisanya
in-background = Dibuat di latar belakang
# Values.
group = { $robot } (grup)
now = Sekarang
no-redials = Tidak ada
redials-at-once = { NUMBER($redials) } kali, langsung
redial-after = 1 kali, setelah { NUMBER($minutes) } menit
redials-apart = { NUMBER($redials) } kali, berjarak { NUMBER($minutes) } menit
apart = berjarak { NUMBER($minutes) } menit
list-used = Daftar AIRudder dipakai
yes = Ya
# In a few words each, one behind the other.
briefly-now = sekarang
briefly-no-redials = tanpa panggil ulang
briefly-at-once = panggil ulang { NUMBER($redials) } kali, langsung
briefly-after = panggil ulang 1 kali, setelah { NUMBER($minutes) } menit
briefly-apart = panggil ulang { NUMBER($redials) } kali, berjarak { NUMBER($minutes) } menit
briefly-batches = kelompok berjarak { NUMBER($minutes) } menit
briefly-list = daftar jangan hubungi AIRudder
briefly-stopped = dihentikan { $rule }
