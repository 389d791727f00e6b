page-title = Robots
total = { $count ->
    [one] { $count } robot
   *[other] { $count } robots
}
total-as-of = { $total }. Actualizado: <time>{ $moment }</time>
# Behind a moment, or behind how many robots there are.
in-zone = ({ $zone })
refresh = Actualizar ahora
updated = Robots actualizados.
robot = Robot
mode = Modo
any-mode = Cualquier modo
mode-not-known = Desconocido
language = Idioma
variables = Variables
none-match = Ningún robot coincide
none-match-text = Use menos palabras u otro modo.
show-all = Mostrar todos los robots
none-yet = Todavía no hay robots
none-yet-text = Los robots se crean en AIRudder. Aparecen aquí cuando esta cuenta tiene uno.
