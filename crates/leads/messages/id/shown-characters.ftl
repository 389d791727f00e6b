# Characters in a sentence.
and-more = { $characters } dan { NUMBER($more) } lagi
