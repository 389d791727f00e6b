# By what the audit log is filtered, and what entries are about.
sessions = Inicios de sesión y sesiones
people = Personas y contraseñas
settings = Configuración
lists = Listas y verificaciones
calling = Llamar y detener
personal-data = Números de teléfono vistos o descargados
permissions = No permitido
audit-log = Registro de auditoría
done = Hecho
refused = Rechazado
draft = Borrador
task = Tarea
person = Persona
robot = Robot
