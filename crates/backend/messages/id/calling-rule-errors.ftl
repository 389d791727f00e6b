# Why a calling rule or a holiday is not saved.
changed-meanwhile = Sementara itu orang lain mengubah aturan ini. Tidak ada yang disimpan: lihat lagi.
already-a-holiday = Hari ini sudah menjadi hari libur. Hapus dahulu untuk memberi nama baru.
