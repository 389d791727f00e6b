# Where every line of a file went.
lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
lines-of = { $count ->
    [one] { $count } line: { $parts }
   *[other] { $count } lines: { $parts }
}
above = { NUMBER($count) } above the headers
headers = { $count ->
    [one] { $count } header
   *[other] { $count } headers
}
blank = { NUMBER($count) } blank
repeated-headers = { $count ->
    [one] { $count } repeated header
   *[other] { $count } repeated headers
}
leads = { $count ->
    [one] { $count } lead
   *[other] { $count } leads
}
# What stands one behind the other.
and-more = { $first }, { $others }
