# Insights: periods, and what the numbers mean.
four-weeks = 4 minggu
twelve-weeks = 12 minggu
year = Satu tahun
chosen-days = Hari pilihan
day-definition = Panggilan masuk ke hari saat panggilan terakhirnya dimulai, menurut zona waktu akun. Yang tidak ditelepon, atau yang waktunya tidak diberitahukan AIRudder, masuk ke hari saat tugasnya dikirim.
estimated-definition = Perkiraan: tugas dengan panggil ulang. AIRudder hanya memberitahukan panggilan terakhir ke suatu nomor, jadi yang tidak terhubung dicatat pada percobaan terakhir. Jam-jam akhir tampak lebih buruk dari sebenarnya.
measured-definition = Terukur: tugas tanpa panggil ulang. Setiap nomor ditelepon sekali, dan dicatat pada jam panggilan itu.
