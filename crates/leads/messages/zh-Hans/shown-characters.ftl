# Characters in a sentence.
and-more = { $characters } 以及另外 { NUMBER($more) } 个字符
