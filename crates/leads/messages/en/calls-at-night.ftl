# Calls at night: the box without which nobody is called then.
call-anyway = Call at night anyway
