# Characters in a sentence.
and-more = { $characters }等，另有 { NUMBER($more) } 个
