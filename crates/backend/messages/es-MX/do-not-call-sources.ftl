# Where a number of a do-not-call list comes from.
upload = Subido en un archivo
hand = Se agregó a mano
result = Lo dijo en una llamada
erasure = Se conservó al borrar el número
