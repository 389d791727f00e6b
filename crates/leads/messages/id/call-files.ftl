# Headers of files of calls, by which such a file is known when it is read as a list.
called-number = Nomor yang ditelepon
row-of-list = Baris dalam daftar
