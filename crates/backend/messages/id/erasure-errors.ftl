# Why a number is not erased.
being-sent = Kelompok dengan nomor ini sedang dikirim ke AIRudder, atau AIRudder belum mengonfirmasinya. Tunggu sampai kelompok itu punya status, atau putuskan di halaman tugasnya, lalu hapus nomor ini lagi: sebelum itu nomor belum dihapus di semua tempat.
list-changed = Daftar dengan nomor ini baru saja berubah. Hapus nomor ini lagi: sebelum itu nomor belum dihapus di semua tempat.
in-receipt = Yang sudah dihapus sebelum itu ada di tanda terimanya, yang menyebutkan bahwa penghapusan belum selesai.
