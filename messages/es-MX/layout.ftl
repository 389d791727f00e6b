error-title = Error: { $title }
skip = Ir al contenido
new-task = Nueva tarea
menu = Menú
main-navigation = Principal
tasks = Tareas
insights = Análisis
robots = Robots
do-not-call = No llamar
settings = Configuración
attention = { $tasks ->
    [one] { $tasks } tarea requiere atención
   *[other] { $tasks } tareas requieren atención
}
attention-of-more = Más de { NUMBER($tasks) } tareas requieren atención
switch-account = Cambiar de cuenta
accounts = Cuentas
all-accounts = Todas las cuentas
times-in = Las horas están en { $zone }
profile = Perfil
sign-out = Cerrar sesión
sandbox = Entorno de prueba<wide>: sin llamadas reales</wide>
sandbox-calls-nobody = Este es el entorno de prueba: no llama a nadie.
retention-is-open = Esta cuenta conserva los leads y las llamadas sin límite de tiempo. <link>Elija cuánto tiempo se conservan</link>.
page-is-empty = Esta página ya no muestra nada
page-left = Nadie la usó durante 12 horas o se cerró la sesión en otra pestaña.
load-again = Cargarla de nuevo
