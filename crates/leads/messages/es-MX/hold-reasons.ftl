# Rows that are held back, by why: so long as they are, and once a person has said that they are called.
hidden = { $rows ->
    [one] { $rows } fila está oculta en la hoja. No se le llama.
   *[other] { $rows } filas están ocultas en la hoja. No se les llama.
}
hidden-called = También se llama a las filas que están ocultas en la hoja.
struck-through = { $rows ->
    [one] { $rows } fila está tachada. No se le llama.
   *[other] { $rows } filas están tachadas. No se les llama.
}
struck-through-called = También se llama a las filas que están tachadas.
do-not-call = { $rows ->
    [one] { $rows } fila dice que no se llame. No se le llama.
   *[other] { $rows } filas dicen que no se llame. No se les llama.
}
do-not-call-called = También se llama a las filas que dicen que no se llame.
no-consent = { $rows ->
    [one] { $rows } fila no tiene consentimiento. No se le llama.
   *[other] { $rows } filas no tienen consentimiento. No se les llama.
}
no-consent-called = También se llama a las filas que no tienen consentimiento.
status = { $rows ->
    [one] { $rows } fila dice que el caso está cerrado. No se le llama.
   *[other] { $rows } filas dicen que el caso está cerrado. No se les llama.
}
status-called = También se llama a las filas que dicen que el caso está cerrado.
