# For how long a task keeps its leads and calls.
not-chosen = Disimpan tanpa batas: akun ini belum memilih berapa lama prospek dan panggilan disimpan.
after-last-call = Prospek dan panggilan dihapus { NUMBER($days) } hari setelah panggilan terakhir.
until = Prospek dan panggilan dihapus pada { $day }. Angka statistik tetap ada.
deleted = Prospek dan panggilan dihapus pada { $at }, karena akun tidak lagi menyimpannya. Angka statistik tetap ada.
