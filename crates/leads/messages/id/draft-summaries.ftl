# What a draft is called, and what is asked before it is discarded.
untitled = Draf tanpa judul
quoted = “{ $draft }”
discard = Buang “{ $draft }”?
own-empty = Anda yang memulainya; belum ada prospek.
own-leads = { NUMBER($leads) } prospek Anda ikut dibuang.
own-fixes = { NUMBER($fixes) } perbaikan Anda ikut dibuang.
own-leads-and-fixes = { NUMBER($leads) } prospek dan { NUMBER($fixes) } perbaikan Anda ikut dibuang.
empty = { $person } yang memulainya; belum ada prospek.
leads = { NUMBER($leads) } prospek { $person } ikut dibuang.
fixes = { NUMBER($fixes) } perbaikan { $person } ikut dibuang.
leads-and-fixes = { NUMBER($leads) } prospek dan { NUMBER($fixes) } perbaikan { $person } ikut dibuang.
can-be-undone = Anda dapat mengurungkannya selama { NUMBER($days) } hari.
