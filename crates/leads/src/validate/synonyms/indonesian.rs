use super::Names;
use crate::field::Field;

// With the spellings of Malay.
#[rustfmt::skip]
pub(super) const NAMES: &[Names] = &[
    (Field::Customer, &[
        "nama", "atas nama", "a.n.", "nama lengkap", "nama penuh", "nama pelanggan", "nama lengkap pelanggan", "nama customer", "nama cust", "nama klien",
        "nama client", "nama nasabah", "nama lengkap nasabah", "nama debitur", "nama peminjam", "nama kontak", "nama pengguna", "nama user",
        "nama anggota", "nama member", "nama konsumen", "nama pembeli", "nama penerima", "nama orang", "nama pemilik", "nama peserta",
        "nama siswa", "nama pasien", "nama prospek", "nama lead", "nama calon nasabah", "nama calon pelanggan", "nama pemohon", "pelanggan",
        "nasabah", "debitur", "peminjam", "konsumen", "klien", "kontak", "pengguna", "anggota", "pembeli", "penerima", "pemohon",
    ]),
    (Field::Mobile, &[
        "hp", "hp 1", "no hp", "no. hp", "no hp 1", "no hape", "nomor hp", "nomer hp", "nomor hape", "nomor hp 1", "no handphone", "nomor handphone",
        "nomer handphone", "handphone", "no ponsel", "nomor ponsel", "ponsel", "telepon", "telepon genggam", "telepon seluler", "telepon selular",
        "telp", "telp.", "telpon", "telefon", "no telp", "no. telp", "no tlp", "no tlpn", "tlp", "tlpn", "no telpon", "no telepon", "no telefon",
        "nomor telp", "nomor tlp", "nomor telpon", "nomor telepon", "nomor telefon", "nomer telepon", "nomer telpon", "nombor telefon",
        "nombor telefon bimbit", "telefon bimbit", "no telefon bimbit", "nomor telepon seluler", "nomor seluler", "nomor selular", "no seluler",
        "no selular", "seluler", "no wa", "nomor wa", "nomer wa", "no whatsapp", "nomor whatsapp", "no hp/wa", "no. hp / wa", "no wa/hp",
        "no hp (wa)", "hp/wa", "nomor hp/wa", "no telp/hp", "no hp/telp", "no kontak", "nomor kontak", "nomer kontak", "kontak hp", "kontak telepon",
        "no hp pelanggan", "nomor hp pelanggan", "no telp pelanggan", "nomor telepon pelanggan", "telepon pelanggan", "hp pelanggan",
        "no hp nasabah", "nomor hp nasabah", "no telp nasabah", "nomor telepon nasabah", "hp nasabah", "no hp customer", "nomor hp customer",
        "no telp customer", "no hp debitur", "nomor hp debitur", "no hp konsumen", "no hp peminjam", "no hp aktif", "nomor hp aktif",
        "nomor aktif", "no mobile", "nomor mobile", "no hp penerima", "nomor tujuan", "no tujuan", "msisdn pelanggan",
        "no pelanggan hp", "no hubungi", "nomor yang dihubungi", "nomor yang bisa dihubungi",
    ]),
    (Field::Platform, &["nama platform", "platform asal", "aplikasi", "nama aplikasi"]),
    (Field::Comments, &[
        "catatan", "catatan pelanggan", "catatan tambahan", "keterangan", "ket", "ket.", "keterangan tambahan", "komentar", "ulasan", "memo catatan",
    ]),
    (Field::RobotId, &["id robot suara", "kode robot", "nomor robot", "robot suara"]),
    (Field::Gender, &[
        "jenis kelamin", "kelamin", "jenis kelamin (l/p)", "jk", "j/k", "l/p", "jns kelamin", "jenis kelamin pelanggan", "jantina",
        "laki-laki/perempuan", "gender (l/p)", "jk (l/p)", "jenkel",
    ]),
    (Field::ExtraA, &["variabel a", "variabel 1", "tambahan a", "tambahan 1", "info tambahan 1", "kolom tambahan 1", "ekstra a", "ekstra 1"]),
    (Field::ExtraB, &["variabel b", "variabel 2", "tambahan b", "tambahan 2", "info tambahan 2", "kolom tambahan 2", "ekstra b", "ekstra 2"]),
    (Field::ExtraC, &["variabel c", "variabel 3", "tambahan c", "tambahan 3", "info tambahan 3", "kolom tambahan 3", "ekstra c", "ekstra 3"]),
];
