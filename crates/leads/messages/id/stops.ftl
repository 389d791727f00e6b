# What became of requests to AIRudder to stop batches, or to cancel a number.
the-stop-rule = aturan berhenti
the-calling-rule = aturan panggilan
# Of one batch.
wanted-once-known = Panggilan harus dihentikan: diminta oleh { $by }, { $at }. AIRudder diminta begitu diketahui memiliki kelompok ini.
wanted = Panggilan harus dihentikan: diminta oleh { $by }, { $at }. AIRudder akan segera diminta.
being-asked = AIRudder sedang diminta berhenti sejak { $at }.
agreed = AIRudder diminta berhenti ({ $at }). AIRudder setuju, dan tidak ada panggilan yang diketahui masih berlangsung.
agreed-under-way = AIRudder diminta berhenti ({ $at }). AIRudder setuju; { NUMBER($calls) } panggilan mungkin masih berlangsung.
asked = AIRudder diminta berhenti ({ $at }).
refused = AIRudder diminta berhenti ({ $at }) dan menolak.
unclear = AIRudder diminta berhenti ({ $at }) dan tidak memberi jawaban yang jelas. Orang mungkin masih ditelepon: minta lagi.
unclear-asked-again = AIRudder diminta berhenti ({ $at }) dan tidak memberi jawaban yang jelas. Coxswain meminta lagi selama orang masih mungkin ditelepon.
of-batch = Kelompok { NUMBER($batch, useGrouping: "false") }: { $told }
# Of several batches, counted.
batches-to-be-asked = { NUMBER($batches) } kelompok: AIRudder akan segera diminta berhenti.
batches-agreed = { NUMBER($batches) } kelompok: AIRudder diminta berhenti ({ $at }) dan setuju; { NUMBER($calls) } panggilan mungkin masih berlangsung.
batches-refused = { NUMBER($batches) } kelompok: AIRudder diminta berhenti ({ $at }) dan menolak. Alasannya ada di tiap kelompok.
batches-unclear = { NUMBER($batches) } kelompok: AIRudder diminta berhenti ({ $at }) dan tidak memberi jawaban yang jelas. Orang mungkin masih ditelepon: minta lagi.
batches-unclear-asked-again = { NUMBER($batches) } kelompok: AIRudder diminta berhenti ({ $at }) dan tidak memberi jawaban yang jelas. Coxswain meminta lagi selama orang masih mungkin ditelepon.
by-rule = { $at }: { $told }
# Of a number that is cancelled.
number-to-be-asked = AIRudder akan segera diminta membatalkannya.
number-being-asked = AIRudder sedang diminta membatalkannya sejak { $at }.
number-cancelled = Dibatalkan: AIRudder setuju ({ $at }). Panggilan yang sedang berlangsung mungkin berlanjut.
number-asked = AIRudder diminta membatalkannya ({ $at }).
number-refused = AIRudder diminta membatalkannya ({ $at }) dan menolak.
number-unclear = AIRudder diminta membatalkannya ({ $at }) dan tidak memberi jawaban yang jelas. Coxswain meminta lagi selama nomor itu masih mungkin ditelepon.
# What is asked before a task is stopped.
leads-open = { NUMBER($leads) } prospek belum selesai. AIRudder diminta tidak meneleponnya lagi; yang sedang ditelepon mungkin berlanjut sampai selesai.
batches-kept-back = { NUMBER($batches) } kelompok yang menunggu dengan { NUMBER($leads) } prospek ditahan.
