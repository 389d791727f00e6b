# Headers of the audit log as a file.
number = Nomor
time = Waktu (UTC)
person = Orang
done-with = Dilakukan dengan
what = Apa
about = Tentang
id = ID
outcome = Hasil
address = Alamat
browser = Peramban
session = Sesi
details = Detail
