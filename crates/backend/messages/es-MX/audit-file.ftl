# Headers of the audit log as a file.
number = Número
time = Hora (UTC)
person = Persona
done-with = Hecho con
what = Qué
about = Sobre
id = ID
outcome = Resultado
address = Dirección
browser = Navegador
session = Sesión
details = Detalles
