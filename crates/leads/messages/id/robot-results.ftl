# The results of a robot: letters, and what they mean.
not-named = Belum dinamai
letter-with-name = { $name } ({ $letter })
letter-not-named = { $letter } (belum dinamai)
letter-twice = Huruf ini ada di baris lain. Pertahankan salah satu.
choose-group = Pilih grup.
too-many = Satu robot dapat memiliki paling banyak { NUMBER($most) } hasil panggilan.
type-letter = Ketik huruf yang diberikan robot.
long-letter = Huruf paling banyak { NUMBER($most) } karakter.
type-name = Ketik nama.
long-name = Nama paling banyak { NUMBER($most) } karakter.
type-order = Ketik bilangan bulat dari 1 sampai { NUMBER($most) }.
