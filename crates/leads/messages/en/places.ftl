# Time zones, and how the numbers of a country are read.
zone = { $place }, { $offset }
read-as = { $local } is read as { $abroad }.
language-of-region = { $language } ({ $region })
