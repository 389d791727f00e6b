# Calls that cannot be told apart.
why = Se enviaron varios leads con el mismo comentario, y AIRudder no dice de quién es cada llamada. Aun así, los conteos son correctos. La próxima vez, dé a cada lead un comentario propio, o deje los comentarios vacíos para que Coxswain ponga referencias.
