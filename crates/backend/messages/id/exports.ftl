# What stands in files of calls and of leads that were sent: headers, and words in cells.
# Headers. None is a name that a list’s own column for a field has: the file is read as the list was.
sent-reference = Referensi yang dikirim
call-group = Grup panggilan
call-result = Hasil panggilan
result-letter = Huruf hasil
was-reached = Terhubung
dial-began = Panggilan terakhir dimulai
dial-ended = Panggilan terakhir selesai
talk-seconds = Lama percakapan dalam detik
how-it-rang = Keadaan dering
called-by = Ditelepon oleh
sip-line = Jalur SIP
batch = Kelompok
batch-status = Status kelompok
why-left-out = Alasan dikeluarkan
told-otherwise = Keterangan AIRudder lainnya
refused-by-airudder = Ditolak AIRudder
again = { $header } ({ NUMBER($count, useGrouping: "false") })
# Words in cells.
yes = ya
not-sent = Tidak dikirim
refused = Ditolak AIRudder: { $words }
not-told = { $state }: { $word }
