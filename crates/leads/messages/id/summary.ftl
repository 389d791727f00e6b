# The results of a task in a few lines, to be pasted into a chat.
so-far-as-of = { $name }: hasil sejauh ini, per { $moment }
as-of = { $name }: hasil, per { $moment }
not-told = { $name }: AIRudder belum memberitahukan semua panggilannya
dialled-and-reached = Ditelepon { $dialled } · terhubung { $reached }
interested-and-call-back = Berminat { $interested } · telepon lagi { $call-back }
do-not-call = Jangan hubungi lagi { $do-not-call }
sent = { NUMBER($sent) } dikirim
dialled = yang ditelepon
reached = yang terhubung
