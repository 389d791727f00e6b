# Rows that are held back, by why: so long as they are, and once a person has said that they are called.
hidden = { NUMBER($rows) } baris yang disembunyikan di lembar tidak ditelepon.
hidden-called = Baris yang disembunyikan di lembar juga ditelepon.
struck-through = { NUMBER($rows) } baris yang dicoret tidak ditelepon.
struck-through-called = Baris yang dicoret juga ditelepon.
do-not-call = { NUMBER($rows) } baris yang menyatakan jangan dihubungi tidak ditelepon.
do-not-call-called = Baris yang menyatakan jangan dihubungi juga ditelepon.
no-consent = { NUMBER($rows) } baris yang tidak memiliki persetujuan tidak ditelepon.
no-consent-called = Baris yang tidak memiliki persetujuan juga ditelepon.
status = { NUMBER($rows) } baris yang menyatakan kasusnya sudah selesai tidak ditelepon.
status-called = Baris yang menyatakan kasusnya sudah selesai juga ditelepon.
