page-title = Kolom: { $name }
heading = Cocokkan kolom
save = Simpan kolom
back-to-review = Kembali ke tinjauan
variables-matched = { NUMBER($filled) } dari { NUMBER($all) } variabel robot sudah dicocokkan
matched-as-last-time = Dicocokkan seperti terakhir kali, pada <time>{ $moment }</time>.
columns-of-file = Kolom berkas
column = Kolom
first-values = Nilai pertama
fills = Bidang yang diisi
needed = diperlukan
# What a column can be for.
not-used = Tidak digunakan
robot-says = Diucapkan robot
other-fields = Bidang lain
second-columns = Kolom tambahan
no-column = Tanpa kolom
# Fields that no column fills.
needed-without-column = Diperlukan, tanpa kolom
one-value = { $field }: satu nilai untuk setiap baris.
without-column = { $field }: tanpa kolom.
# The elements are only read aloud.
column-for = Kolom<hidden> untuk { $field }</hidden>
or-one-value = atau satu nilai untuk setiap baris<hidden> dari { $field }</hidden>
in-every-row = { $field }<hidden> di setiap baris</hidden>
one-value-for-every-row = Satu nilai untuk setiap baris
takes-place-of-column = Yang Anda tulis di sini menggantikan kolom.
# What is told once they are saved.
saved = Kolom disimpan.
count-changed = { $kind }: { NUMBER($after) }, sebelumnya { NUMBER($before) }.
counts-unchanged = Hitungannya tidak berubah.
replaced = Diganti: { $columns }.
quoted = “{ $header }”
