page-title = Perfil
explained = Su nombre, su contraseña, sus segundos factores y dónde tiene sesiones abiertas.
back = Volver a su perfil
you = Usted
email = Correo electrónico
role = Rol
name = Nombre
save-name = Guardar el nombre
name-saved = Nombre guardado.
password = Contraseña
password-explained = Una contraseña nueva termina sus otras sesiones. Las invitaciones y los enlaces de restablecimiento que usted creó dejan de funcionar.
current-password = Contraseña actual
new-password = Contraseña nueva
change-password = Cambiar la contraseña
password-changed = Contraseña cambiada. Sus otras sesiones terminaron.
device = Navegador y sistema
signed-in = Inicio de sesión
last-used = Último uso
ends = Termina a más tardar
end = Terminar
sessions = Dónde tiene sesiones abiertas
sessions-explained = Una sesión termina 12 horas después de su último uso o 7 días después de iniciarla, lo que ocurra primero. “Último uso” tiene una precisión de cinco minutos.
your-sessions = Sus sesiones
this-session = Esta sesión
end-others-question = ¿Terminar todas las demás sesiones?
end-others = Terminar todas las demás sesiones
end-others-explained = Todos los navegadores, menos este, tendrán que iniciar sesión de nuevo.
session-ended = Sesión terminada.
sessions-ended = { $count ->
    [one] { $count } sesión terminada.
   *[other] { $count } sesiones terminadas.
}
what = Qué
when = Cuándo
recent = Qué pasó últimamente
recent-explained = Inicios de sesión con su correo y cambios en su acceso. Si alguno no fue suyo, cambie su contraseña y avise a un administrador.
refused = Rechazado
by = Por { $name }
factors = Segundos factores
factors-needed = Necesita un segundo factor: una llave de acceso o una aplicación de autenticación.
factors-explained = Un segundo factor protege su acceso si alguien llega a conocer su contraseña: una llave de acceso o una aplicación de autenticación. Con uno, bastan 8 caracteres para la contraseña.
add-factor = Agregar un segundo factor
factor = Segundo factor
added = Se agregó
remove = Quitar
removing = Sus otras sesiones terminan. Elimínelo también en su dispositivo.
the-app = la aplicación de autenticación
remove-app-question = ¿Quitar la aplicación de autenticación?
the-passkey = la llave de acceso “{ $label }”
remove-passkey-question = ¿Quitar la llave de acceso “{ $label }”?
name-of-passkey = Nombre de la llave de acceso “{ $label }”
rename-passkey = Cambiar nombre<hidden> de la llave de acceso “{ $label }”</hidden>
never-used = Nunca
codes-left = { $count ->
    [one] Queda { $count } código de recuperación. Le permite iniciar sesión una vez cuando no tenga su segundo factor.
   *[other] Quedan { $count } códigos de recuperación. Cada uno le permite iniciar sesión una vez cuando no tenga su segundo factor.
}
factor-added = Segundo factor agregado. Sus otras sesiones terminaron.
factor-removed = Segundo factor quitado. Sus otras sesiones terminaron.
passkey-renamed = Se cambió el nombre de la llave de acceso.
