# Why a calling rule or a holiday is not saved.
changed-meanwhile = Sementara itu orang lain mengubah aturan ini. Tidak ada yang disimpan: lihat lagi.
already-a-holiday = Tanggal ini sudah menjadi hari libur. Hapus dahulu untuk memberinya nama baru.
