signed-out = Su sesión se cerró
forbidden = No tiene permiso
not-found = Página no encontrada
set-up = Coxswain ya está configurado
conflict = Esta página no está actualizada
problem = Hay un problema
busy = Coxswain está ocupado
too-often = Demasiadas veces en una hora
provider = Hay un problema con AIRudder
failed = Algo salió mal
sign-in-to-continue = Su sesión se cerró. Inicie sesión para continuar.
discarded-or-incomplete = Esta página no existe: se descartó o el enlace está incompleto.
first-administrator-exists = El primer administrador ya existe. Inicie sesión o pídale una invitación.
failed-on-our-side = Algo salió mal de nuestro lado. Inténtelo de nuevo en un minuto.
form-incomplete = Una parte del formulario no llegó. Vuelva a cargar la página e inténtelo de nuevo.
too-many-attempts = { $minutes ->
    [one] Demasiados intentos fallidos. Inténtelo de nuevo en { $minutes } minuto.
   *[other] Demasiados intentos fallidos. Inténtelo de nuevo en { $minutes } minutos.
}
reference = Si vuelve a pasar, envíe esta referencia a su administrador: <code>{ $reference }</code>
with-reference = { $sentence } Referencia: { $reference }.
sign-in = Iniciar sesión
go-to-tasks = Ir a las tareas
no-page = Esta página no existe. Revise la dirección o vaya a Tareas.
no-page-to-open = Esta dirección no muestra ninguna página. Regrese y use el botón.
too-slow = El formulario no llegó a tiempo
send-again = La conexión es lenta o se perdió. Regrese y envíe el formulario de nuevo.
too-large = El formulario es demasiado grande
shorten = Regrese, acorte lo que escribió y envíelo de nuevo.
try-in-a-minute = Inténtelo de nuevo en un minuto.
incomplete = Una parte del formulario no llegó
reload = Vuelva a cargar la página e inténtelo de nuevo.
