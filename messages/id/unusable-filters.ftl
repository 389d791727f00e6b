# What of a filter in an address cannot be used, as it stands in the sentence that says so.
group = grup
stage = tahap
batch = kelompok
ring = keadaan dering
hour = jam
talk = lama percakapan
long-search = pencarian sepanjang itu
person = orang
action = jenis tindakan
outcome = hasil
day = hari
id = ID
page = halaman
period = periode
days-in-wrong-order = hari dengan urutan terbalik
