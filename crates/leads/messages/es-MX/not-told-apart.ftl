# Calls that cannot be told apart.
why = Se enviaron varios leads con la misma nota, y AIRudder no dice de quién es cada llamada. Aun así, los conteos son correctos. La próxima vez, dé a cada lead una nota propia, o deje las notas vacías para que Coxswain ponga referencias.
