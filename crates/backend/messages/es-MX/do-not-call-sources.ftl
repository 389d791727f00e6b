# Where a number of a do-not-call list comes from.
upload = Se subió con la lista
hand = Se agregó a mano
result = Lo dijo en una llamada
erasure = Se dejó al borrar el número
