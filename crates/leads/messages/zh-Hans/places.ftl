# Time zones, and how the numbers of a country are read.
zone = { $place }，{ $offset }
zone-elsewhere = 此时区不属于{ $country }。开始时间和呼叫时段都以它为准：如非有意，请选择{ $country }的时区。
read-as = { $local } 读作 { $abroad }。
language-of-region = { $language }（{ $region }）
