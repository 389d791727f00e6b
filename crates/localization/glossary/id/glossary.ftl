# The terms of the trade in this language: a catalogue uses these words and no others, or takes a term by its name.
# A word that a comment above a term says after “Never” stands in no catalogue: a test sees to it.

# Never: lead, calon pelanggan
-lead = prospek
# Never: kampanye
-task = tugas
# Never: batch, subtugas
-batch = kelompok
# Never: bot, agen suara
-robot = robot
# Never: saluran, trunk
-line = jalur
-list = daftar
# Never: daftar hitam, jangan ganggu, jangan diganggu
-do-not-call-list = daftar jangan hubungi
# Never: redial, telepon ulang, dial ulang
-redial = panggil ulang
# Never: tingkat jangkauan, tingkat keterhubungan
-reach-rate = tingkat terhubung
-result = hasil panggilan
# Never: draft, konsep
-draft = draf
# Never: pengecekan
-check = pemeriksaan
-review = tinjauan
-launch = peluncuran
-account = akun
-calling-rule = aturan panggilan
# Never: cooldown, masa tunggu
-cooldown = masa jeda
-column = kolom
-row = baris
-cell = sel
-warning = peringatan
# Never: ganda, dobel
-duplicate = duplikat
# Never: jejak audit, catatan audit
-audit-log = log audit
-role = peran
-viewer = pengamat
-preparer = penyiap
-launcher = peluncur
# Never: admin
-administrator = administrator
# Never: kunci akses, kode sandi
-passkey = kunci sandi
# Never: dua langkah, dua faktor
-second-factor = faktor kedua
# Never: kode cadangan
-recovery-code = kode pemulihan
-retention = retensi
# Never: kuitansi, bukti terima
-receipt = tanda terima
# Never: susulan
-follow-up = tindak lanjut
# Never: rentang waktu
-window = jendela waktu
