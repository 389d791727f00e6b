# What is said beside the input of a new password.
hint = Al menos { NUMBER($least) } caracteres. Una frase corta funciona bien.
hint-beside-factor = Al menos { NUMBER($least) } caracteres, porque tiene un segundo factor. Una frase corta funciona bien.
