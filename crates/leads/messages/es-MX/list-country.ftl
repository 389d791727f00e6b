# The country in which the numbers of a list are dialled.
read-as = Esta lista se lee como { $numbers }.
read-it-as = Leerla como { $numbers }
yes-read-as = Sí, leerlos como { $numbers }
nearly-all = Casi todos los números son { $whose } ({ NUMBER($count) } de { NUMBER($all) }); esta cuenta es de { $country }. ¿Es la cuenta correcta?
most = La mayoría de los números son { $whose } ({ NUMBER($count) } de { NUMBER($all) }); esta cuenta es de { $country }. ¿Es la cuenta correcta?
# Numbers of a country, and whose they are where the sentence has spoken of numbers.
numbers = números { $whose }
numbers-of = números de { $country }
of-country = de { $country }
philippine = de Filipinas
indonesian = de Indonesia
indian = de la India
mexican = de México
malaysian = de Malasia
singaporean = de Singapur
thai = de Tailandia
vietnamese = de Vietnam
colombian = de Colombia
peruvian = de Perú
chilean = de Chile
argentine = de Argentina
brazilian = de Brasil
chinese = de China
