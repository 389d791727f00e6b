# Calls at night: the box without which nobody is called then.
call-anyway = Tetap telepon pada malam hari
