# What is said where the leads of a task are asked for that were deleted.
deleted = Prospek dan panggilan tugas ini dihapus pada { $day }, karena masa retensi akun sudah berakhir. Angka statistiknya tetap ada di halamannya.
