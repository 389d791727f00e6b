# Why an account or its credentials are not saved, and what is said of its do-not-call lists.
not-kept-apart = La base de datos no separaría las cuentas, porque Coxswain entra en ella como dueño de las tablas o superusuario. Primero dé a Coxswain un rol propio en la base de datos: coxswain migrate --application-role.
key-in-use = Otra cuenta ya usa esta clave. Escriba la de esta cuenta.
sandbox-has-no-credentials = El entorno de prueba no tiene credenciales. No se cambió nada.
nothing-saved = No se guardó nada.
key-of-other-account = Esta clave es de otra cuenta de AIRudder: no tiene ninguno de los robots de esta cuenta. No se guardó nada.
enter-app-key = Escriba la app key.
enter-app-secret = Escriba el app secret.
malformed-app-key = Esta no es una app key válida. Cópiela de nuevo de AIRudder, sin espacios.
malformed-app-secret = Este no es un app secret válido. Cópielo de nuevo de AIRudder, sin espacios.
outdated-list = { $name } (del { $day })
outdated-lists = { $count ->
    [one] Esta lista de no llamar está desactualizada: { $lists }. Suba una más reciente.
   *[other] Estas listas de no llamar están desactualizadas: { $lists }. Suba versiones más recientes.
}
