# Headers of files of calls, by which such a file is known when it is read as a list.
called-number = Número al que se llamó
row-of-list = Fila de la lista
