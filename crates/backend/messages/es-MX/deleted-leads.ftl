# What is said where the leads of a task are asked for that were deleted.
deleted = Los leads y las llamadas de esta tarea se eliminaron el { $day }, porque la cuenta ya no los conserva. Sus cifras siguen en su página.
