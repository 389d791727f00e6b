# Characters in a sentence.
more = 另外 { NUMBER($more) } 个字符
