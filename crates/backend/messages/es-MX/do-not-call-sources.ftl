# Where a number of a do-not-call list comes from.
upload = Se subió con la lista
hand = Se agregó a mano
result = Lo dijo en una llamada
erasure = Se conservó al borrar el número
