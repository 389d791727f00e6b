# Why nobody’s own number was called, and what to do.
enter-own-number = Escriba primero su propio número.
number-changed = Su propio número cambió mientras tanto. Mire el botón y presiónelo de nuevo.
number-is-in-a-list = Este número está en una lista de esta cuenta, donde una segunda persona aprueba cada lanzamiento. No se llamó a nadie. Use un número que no esté en ninguna lista.
too-many-tests = Hizo que se le llamara { NUMBER($tests, useGrouping: "false") } veces en una hora. Espere e inténtelo de nuevo.
tick-at-night = No se llamó a nadie. Marque “{ $label }” y presione de nuevo.
