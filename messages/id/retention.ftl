page-title = Retensi
explained = Berapa lama akun ini menyimpan prospek dan panggilan. Yang lebih lama dari itu dihapus, dan tidak ada yang dapat mengembalikannya. Waktu yang lebih singkat berlaku dalam hitungan menit.
leads-and-calls = Prospek dan panggilan
save = Simpan
saved = Retensi disimpan.
