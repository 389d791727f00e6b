# A list whose numbers were all called recently.
all = Semua { NUMBER($count) } prospek sudah ditelepon dalam { NUMBER($days) } hari terakhir, di <link>{ $name }</link> ({ $day }).
all-and-others = Semua { NUMBER($count) } prospek sudah ditelepon dalam { NUMBER($days) } hari terakhir, di <link>{ $name }</link> ({ $day }) dan { NUMBER($others) } tugas lain.
none-ready = Tidak ada prospek yang siap: { NUMBER($count) } sudah ditelepon dalam { NUMBER($days) } hari terakhir, di <link>{ $name }</link> ({ $day }).
none-ready-and-others = Tidak ada prospek yang siap: { NUMBER($count) } sudah ditelepon dalam { NUMBER($days) } hari terakhir, di <link>{ $name }</link> ({ $day }) dan { NUMBER($others) } tugas lain.
