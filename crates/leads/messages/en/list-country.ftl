# The country in which the numbers of a list are dialled.
read-as = This list is read as { $numbers }.
read-it-as = Read it as { $numbers }
yes-read-as = Yes, read them as { $numbers }
nearly-all = Nearly all numbers are { $whose } ({ NUMBER($count) } of { NUMBER($all) }); this account is { $country }. Is it the right account?
most = Most numbers are { $whose } ({ NUMBER($count) } of { NUMBER($all) }); this account is { $country }. Is it the right account?
# Numbers of a country, and whose they are where the sentence has spoken of numbers.
numbers = { $whose } numbers
numbers-of = numbers of { $country }
of-country = numbers of { $country }
philippine = Philippine
indonesian = Indonesian
indian = Indian
mexican = Mexican
malaysian = Malaysian
singaporean = Singaporean
thai = Thai
vietnamese = Vietnamese
colombian = Colombian
peruvian = Peruvian
chilean = Chilean
argentine = Argentine
brazilian = Brazilian
chinese = Chinese
