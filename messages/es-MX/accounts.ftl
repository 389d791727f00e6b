page-title = Cuentas
none-title = Usted no tiene un rol en ninguna cuenta
none = Pida a un administrador que le asigne uno. Después vuelva a cargar esta página.
load-again = Volver a cargar
tasks-today = { $count ->
    [one] { $count } tarea de hoy
   *[other] { $count } tareas de hoy
}
open-drafts = { $count ->
    [one] { $count } borrador abierto
   *[other] { $count } borradores abiertos
}
holidays-missing = Faltan los días festivos de { $year }
