# What else AIRudder tells of a robot: names of its fields, and what stands in them.
can-be-interrupted = Dapat disela
last-changed = Terakhir diubah
created = Dibuat
average-call = Rata-rata lama panggilan
hangs-up-after-silence = Menutup telepon setelah hening (detik)
yes = Ya
no = Tidak
seconds = { NUMBER($count) } detik
minutes = { NUMBER($count) } menit
named = { $name }: { $value }
and-item = { $first }, { $item }
and-field = { $first }; { $field }
number = { NUMBER($number) }
quantity = { NUMBER($value) } { $unit }
