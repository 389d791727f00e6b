# Which leads of a list are shown.
all = Semua prospek
called = Ditelepon
refused = Ditolak AIRudder
refused-before = Ditolak sebelumnya
airudder-says = AIRudder: “{ $words }”
