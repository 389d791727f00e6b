# What is said of one's own session, password and second factors.
session-ended-meanwhile = Su sesión terminó mientras tanto. Inicie sesión de nuevo.
session-ended-already = Esta sesión ya había terminado.
other-password = Esta no es su contraseña actual. Escríbala de nuevo.
password-changed-meanwhile = Su contraseña cambió mientras tanto. Inicie sesión con la nueva.
confirm-first = No se cambió nada: primero confirme que es usted y después hágalo de nuevo.
factor-owed = Necesita un segundo factor. Primero configure uno.
codes-need-factor = Primero configure un segundo factor: los códigos de recuperación lo sustituyen.
factor-removed-already = Este segundo factor ya se había quitado.
factor-needed-by-role = Necesita un segundo factor. Agregue otro primero y después quite este.
factor-needed-by-password = Sin un segundo factor, su contraseña necesita al menos 15 caracteres. Primero cambie su contraseña y después quite este segundo factor.
