# Calls at night: the box without which nobody is called then.
call-anyway = 仍在夜间呼叫
