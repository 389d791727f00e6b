# By what the audit log is filtered, and what entries are about.
sessions = Masuk dan sesi
people = Orang dan kata sandi
settings = Pengaturan
lists = Daftar dan pemeriksaan
calling = Menelepon dan menghentikan
personal-data = Nomor telepon yang dilihat atau diunduh
permissions = Tidak diizinkan
audit-log = Log audit
done = Selesai
refused = Ditolak
draft = Draf
task = Tugas
person = Orang
robot = Robot
