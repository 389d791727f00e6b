# What a request is told that gets no page: from elsewhere, to another address, too large, or too late.
wrong-address = Alamat salah
not-here = Coxswain tidak ada di alamat ini. Buka { $address }. Jika alamat ini benar, administrator Anda harus menetapkannya di COXSWAIN_PUBLIC_URL, dan proksi di depan Coxswain harus meneruskan host.
from-elsewhere = Tidak ada yang diubah: formulir ini berasal dari situs lain, atau dari program yang tidak menyebutkan asalnya. Buka Coxswain dan coba lagi.
too-large = Formulir terlalu besar.
too-slow = Formulir tidak sampai tepat waktu.
incomplete = Sebagian formulir tidak sampai.
took-too-long = Terlalu lama
stopped = Coxswain terlalu sibuk dan menghentikan yang Anda minta. Tunggu satu menit, lalu periksa apakah sudah terlaksana sebelum mengulanginya.
too-busy = Coxswain terlalu sibuk. Tunggu satu menit, lalu muat ulang halaman.
reference = { $sentence } Referensi: { $reference }.
