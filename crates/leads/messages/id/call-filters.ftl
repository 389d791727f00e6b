# Which calls are asked for, as a list of conditions: “Groups: Interested and Call back · Batch: 2”.
all-calls = Semua panggilan
# Joins two conditions.
and-next = { $first } · { $next }
group = Grup: { $group }
groups = Grup: { $groups }
stage = Dihitung sebagai: { $stage }
result = Hasil panggilan: “{ $result }”
batch = Kelompok: { NUMBER($batch, useGrouping: "false") }
robot = Robot: { $robot }
ring = Saat ditelepon: { $ring }
hour = Panggilan terakhir: dalam satu jam sejak { $hour }
talk = Percakapan: { $talk }
text = Pencarian: “{ $text }”
# How far calls have come.
dialled = Ditelepon
reached = Terhubung
