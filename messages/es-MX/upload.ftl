# What is told of a file that was not taken.
list-not-saved = La lista no se guardó
file-not-accepted = El archivo no se aceptó
failed = La subida falló
too-large-to-read = El archivo es demasiado grande para leerlo. El límite es de 64 MB: divida la lista.
stopped = La subida se detuvo antes de terminar. Inténtelo de nuevo.
too-slow = La subida era demasiado lenta y se detuvo. Use una conexión más rápida o divida la lista.
session-ended = Su sesión había terminado, así que “{ $file }” no se subió. Elíjalo de nuevo.
