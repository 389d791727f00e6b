# Headers of files of calls, by which such a file is known when it is read as a list.
called-number = Called number
row-of-list = Row of the list
