# Headers of files of calls, by which such a file is known when it is read as a list.
called-number = 已拨号码
row-of-list = 名单中的行
