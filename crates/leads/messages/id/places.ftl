# Time zones, and how the numbers of a country are read.
zone = { $place }, { $offset }
zone-elsewhere = Zona waktu ini bukan zona waktu { $country }. Waktu mulai dan jam panggilan mengikutinya: pilih zona waktu { $country } kecuali memang disengaja.
read-as = { $local } dibaca sebagai { $abroad }.
language-of-region = { $language } ({ $region })
