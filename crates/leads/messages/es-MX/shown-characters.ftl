# Characters in a sentence.
and-more = { $characters } y { NUMBER($more) } más
