# Kinds of leads: of one lead, and of all of them.
ready = Listo
warning = Advertencia
warnings = Advertencias
to-fix = Por corregir
rows-to-fix = Filas por corregir
duplicate = Duplicado
duplicates = Duplicados
recent = En una tarea reciente
do-not-call = No llamar
held-back = Retenido
left-out = Omitido
keep-first = Conservar el primero
keep-last = Conservar el último
keep-all = Conservar todos
