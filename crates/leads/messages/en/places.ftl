# Time zones, and how the numbers of a country are read.
zone = { $place }, { $offset }
zone-elsewhere = This time zone is not in { $country }. Start times and calling hours follow it: choose one in { $country } unless this is intended.
read-as = { $local } is read as { $abroad }.
language-of-region = { $language } ({ $region })
