# The country in which the numbers of a list are dialled.
read-as = Daftar ini dibaca sebagai { $numbers }.
read-it-as = Baca sebagai { $numbers }
yes-read-as = Ya, baca sebagai { $numbers }
nearly-all = Hampir semua nomor adalah nomor { $whose } ({ NUMBER($count) } dari { NUMBER($all) }); akun ini untuk { $country }. Apakah akunnya benar?
most = Sebagian besar nomor adalah nomor { $whose } ({ NUMBER($count) } dari { NUMBER($all) }); akun ini untuk { $country }. Apakah akunnya benar?
# Numbers of a country, and whose they are where the sentence has spoken of numbers.
numbers = nomor { $whose }
numbers-of = nomor { $country }
of-country = { $country }
philippine = Filipina
indonesian = Indonesia
indian = India
mexican = Meksiko
malaysian = Malaysia
singaporean = Singapura
thai = Thailand
vietnamese = Vietnam
colombian = Kolombia
peruvian = Peru
chilean = Cile
argentine = Argentina
brazilian = Brasil
chinese = Tiongkok
