# What a list is for.
purpose = Tujuan
source = Sumber daftar
legal-basis = Dasar hukum
