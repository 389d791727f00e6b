session-ended = Su sesión terminó. Inicie sesión de nuevo.
session-ended-nothing-done = Su sesión terminó, así que no se hizo nada. Inicie sesión e inténtelo de nuevo.
session-ended-form-kept = Su sesión terminó. Lo que escribió se conserva: inicie sesión para continuar.
session-ended-file-lost = Su sesión terminó. Lo que escribió se conserva: inicie sesión para continuar. Solo tiene que elegir de nuevo el archivo.
no-account-title = Vuelva a cargar la página
no-account = Este formulario no dice para qué cuenta es. No se cambió nada. Vuelva a cargar su página.
