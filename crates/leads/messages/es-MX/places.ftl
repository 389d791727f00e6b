# Time zones, and how the numbers of a country are read.
zone = { $place }, { $offset }
zone-elsewhere = Esta zona horaria no es de { $country }. La hora de inicio y el horario de llamadas dependen de ella: elija una de { $country }, salvo que sea a propósito.
read-as = { $local } se lee como { $abroad }.
language-of-region = { $language } ({ $region })
