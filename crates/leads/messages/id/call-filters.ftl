# Which calls are asked for, in words: “Calls in Interested or Call back and of batch 2”.
all-calls = Semua panggilan
calls = Panggilan { $filters }
in-groups = dalam { $groups }
either = { $one } atau { $other }
count-as-dialled = yang dihitung sebagai ditelepon
count-as-reached = yang dihitung sebagai terhubung
result = dengan hasil panggilan “{ $result }”
batch = dari kelompok { NUMBER($batch, useGrouping: "false") }
robot = oleh robot { $robot }
ring = dengan keadaan dering “{ $ring }”
hour = terakhir ditelepon dalam satu jam sejak { $hour }
talk = dengan lama percakapan “{ $talk }”
talk-under-10 = dengan lama percakapan di bawah 10 dtk
text = dengan “{ $text }”
# How far calls have come.
dialled = Ditelepon
reached = Terhubung
