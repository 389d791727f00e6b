# What is said of a file that is uploaded as a do-not-call list.
too-many-rows = Berkas ini berisi lebih dari { NUMBER($most) } baris. Bagi berkasnya, lalu unggah setiap bagian.
no-number-column = Tidak ada kolom berisi nomor telepon dalam berkas. Beri nama “{ $mobile }” di baris pertama, lalu unggah lagi berkasnya.
mostly-unreadable = Sebagian besar baris tidak memiliki nomor yang dapat dibaca di kolom “{ $column }”, misalnya baris { NUMBER($row, useGrouping: "false") }. Periksa kolom itu, lalu unggah lagi berkasnya.
no-rows = Berkas tidak memiliki baris.
