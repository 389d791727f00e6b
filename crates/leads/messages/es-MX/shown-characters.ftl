# Characters in a sentence.
more = { NUMBER($more) } más
