# Characters in a sentence.
and-more = { $characters } and { NUMBER($more) } more
