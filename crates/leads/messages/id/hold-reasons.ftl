# Rows that are held back, by why: so long as they are, and once a person has said that they are called.
hidden = { NUMBER($rows) } baris yang disembunyikan di lembar tidak dihubungi.
hidden-called = Baris yang disembunyikan di lembar juga dihubungi.
struck-through = { NUMBER($rows) } baris yang dicoret tidak dihubungi.
struck-through-called = Baris yang dicoret juga dihubungi.
do-not-call = { NUMBER($rows) } baris yang menyatakan jangan dihubungi tidak dihubungi.
do-not-call-called = Baris yang menyatakan jangan dihubungi juga dihubungi.
no-consent = { NUMBER($rows) } baris yang tidak memiliki persetujuan tidak dihubungi.
no-consent-called = Baris yang tidak memiliki persetujuan juga dihubungi.
status = { NUMBER($rows) } baris yang menyatakan kasusnya sudah selesai tidak dihubungi.
status-called = Baris yang menyatakan kasusnya sudah selesai juga dihubungi.
