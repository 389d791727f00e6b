# Calls at night: the box without which nobody is called then.
call-anyway = Llamar de noche de todos modos
