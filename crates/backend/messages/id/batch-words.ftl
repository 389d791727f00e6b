# What became of a batch, or of a request to stop it. It is stored in English, and read back as the message.
not-built = Coxswain tidak dapat menyusun kelompok ini.
stopped-before = Coxswain dihentikan sebelum mengirimnya.
not-searched = Tugas-tugas AIRudder tidak dapat dicari.
database-silent = Basis data tidak merespons sebelum dikirim.
stopped-while-sending = Coxswain dihentikan saat mengirimnya.
failed-while-sending = Coxswain gagal saat mengirimnya.
stopped-while-asking = Coxswain dihentikan saat meminta.
failed-while-asking = Coxswain gagal saat meminta.
made-for-the-sandbox = Tugas ini dibuat untuk sandbox, bukan untuk AIRudder.
made-for-airudder = Tugas ini dibuat untuk AIRudder, bukan untuk sandbox.
waited-too-long = Menunggu lebih dari 30 menit. Kirim sekarang, atau mulai tugas baru dengan pengaturan ini.
leads-changed = Prospek berubah setelah pemeriksaan. Mulai tugas baru dengan pengaturan ini.
not-compared = Coxswain tidak dapat membandingkannya dengan daftar jangan hubungi.
nobody-left = Tidak ada lagi yang dapat ditelepon dalam kelompok ini: semua nomor kini ada di daftar jangan hubungi, atau sudah dihapus.
created-nothing = AIRudder menolak prospek dan tidak membuat apa pun.
every-lead-refused = AIRudder menolak semua prospek.
did-not-say = AIRudder tidak menyebutkan apakah tugasnya dibuat.
# How many tasks these are is a text here, so that it can be read back.
several-tasks = AIRudder memiliki { $tasks } tugas dengan nama ini: { $ids }. Hentikan semuanya di sana kecuali satu, atau orang akan ditelepon dua kali.
of-some-lead = AIRudder: “{ $words }” (tidak jelas prospek mana)
given-up = Dilepas oleh { $name }.
stopped = Dihentikan oleh { $name }.
stopped-by-rule = Dihentikan oleh aturan berhenti.
