# The results of a robot: letters, and what they mean.
not-named = Aún sin nombre
letter-with-name = { $name } ({ $letter })
letter-not-named = { $letter } (aún sin nombre)
letter-twice = Esta letra está en otra fila. Conserve una de las dos.
choose-group = Elija un grupo.
too-many = Un robot puede tener como máximo { NUMBER($most) } resultados.
type-letter = Escriba la letra que da el robot.
long-letter = Una letra tiene como máximo { NUMBER($most) } caracteres.
type-name = Escriba un nombre.
long-name = Un nombre tiene como máximo { NUMBER($most) } caracteres.
type-order = Escriba un número entero del 1 al { NUMBER($most) }.
