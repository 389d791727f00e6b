# What is said beside the input of a new password.
hint = Minimal { NUMBER($least) } karakter. Kalimat pendek cukup baik.
hint-beside-factor = Minimal { NUMBER($least) } karakter, karena Anda punya faktor kedua. Kalimat pendek cukup baik.
