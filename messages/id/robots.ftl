page-title = Robot
total = { NUMBER($count) } robot
total-as-of = { $total }. Per <time>{ $moment }</time>
# Behind a moment, or behind how many robots there are.
in-zone = ({ $zone })
refresh = Segarkan sekarang
updated = Robot sudah diperbarui.
robot = Robot
mode = Mode
any-mode = Semua mode
mode-not-known = Tidak diketahui
language = Bahasa
variables = Variabel
none-match = Tidak ada robot yang cocok
none-match-text = Gunakan lebih sedikit kata atau mode lain.
show-all = Tampilkan semua robot
none-yet = Belum ada robot
none-yet-text = Robot dibuat di AIRudder. Robot muncul di sini ketika akun ini memilikinya.
