# What is said where the leads of a task are asked for that were deleted.
deleted = Los leads y las llamadas de esta tarea se borraron el { $day }, porque la cuenta no los guarda más tiempo. Sus cifras se quedan en su página.
