# Where every line of a file went.
lines = { NUMBER($count) } baris
lines-of = { NUMBER($count) } baris: { $parts }
above = { NUMBER($count) } di atas judul kolom
headers = { NUMBER($count) } judul kolom
blank = { NUMBER($count) } kosong
repeated-headers = { NUMBER($count) } judul kolom berulang
leads = { NUMBER($count) } prospek
# What stands one behind the other.
and-more = { $first }, { $others }
