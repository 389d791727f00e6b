# What was done, as the audit log tells it: without a subject, who did it stands beside each sentence.
set-up = Configuró Coxswain como primer administrador.
set-up-refused = Se rechazó una clave de configuración inicial: { $reason }.
signed-in = Inició sesión.
signed-in-with = Inició sesión con { $by }.
by-password = una contraseña
by-password-and-app = una contraseña y un código de la aplicación de autenticación
by-password-and-recovery-code = una contraseña y un código de recuperación
by-passkey = una llave de acceso
by-link = un enlace de un solo uso
by-link-and-app = un enlace de un solo uso y un código de la aplicación de autenticación
by-link-and-recovery-code = un enlace de un solo uso y un código de recuperación
sign-in-refused = Se rechazó un inicio de sesión: { $reason }.
sign-in-refused-of-unknown = Se rechazó un inicio de sesión: { $reason } (correo { $digest }…).
signed-out = Cerró sesión.
session-ended = Terminó la sesión { $session }.
other-sessions-ended = Terminó { $sessions ->
    [one] { $sessions } sesión más
   *[other] { $sessions } sesiones más
    }.
# Why something was refused.
unknown-email = nadie tiene este correo
disabled = la persona está desactivada
wrong-password = contraseña incorrecta
wrong-code = código incorrecto de un segundo factor
wrong-passkey = llave de acceso incorrecta, o demasiado tarde
changed-meanwhile = la contraseña o el rol cambió entretanto
too-many-attempts = demasiados intentos
link-expired = venció
link-unknown = ya se usó, se revocó o nunca existió
key-unknown = es incorrecta o venció
# Settings.
secrets-encrypted-anew = Cifró { $secrets ->
    [one] { $secrets } secreto
   *[other] { $secrets } secretos
    } con una clave nueva.
account-made = Agregó la cuenta “{ $name }”.
credentials-changed = Cambió las credenciales de AIRudder de la cuenta.
holiday-added = Agregó el día festivo { $date }, “{ $name }”, de { $country }.
holiday-removed = Quitó el día festivo { $date }, “{ $name }”, de { $country }.
push-address-made = Creó una dirección para las notificaciones push de AIRudder.
# People. Roles are those in a sentence.
as-viewer = { -viewer }
as-preparer = { -preparer }
as-launcher = { -launcher }
as-administrator = { -administrator }
no-role = sin rol
person-added = Agregó a una persona como { $role }.
person-invited = Invitó a { $email } como { $role }.
invitation-revoked = Revocó la invitación de { $email }.
invitation-accepted = Aceptó una invitación como { $role }.
role-changed = Cambió un rol: de { $old } a { $new }.
person-disabled = Desactivó a una persona.
person-enabled = Activó a una persona.
reset-started = Inició el restablecimiento de una contraseña.
reset-used = Eligió una contraseña nueva con un enlace de restablecimiento.
link-refused = Se rechazó un enlace de un solo uso: { $reason }.
name-changed = Cambió su nombre.
password-changed = Cambió su contraseña.
password-change-refused = No pudo confirmar su identidad: { $reason }.
confirmed = Confirmó su identidad.
app-added = Configuró una aplicación de autenticación.
app-removed = Quitó su aplicación de autenticación.
passkey-added = Agregó una llave de acceso.
passkey-removed = Quitó una llave de acceso.
recovery-codes-made = Creó códigos de recuperación nuevos.
factors-removed = Quitó todos los segundos factores de una persona.
# Lists and drafts.
list-uploaded = Subió una lista con { $rows ->
    [one] { $rows } fila
   *[other] { $rows } filas
    } (SHA-256 { $digest }…).
fixed-rows-uploaded = Subió filas corregidas, que cambiaron { $rows ->
    [one] { $rows } fila
   *[other] { $rows } filas
    } (SHA-256 { $digest }…).
check-started = Inició la verificación de { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }; { $fixed ->
    [one] { $fixed } fila corregida
   *[other] { $fixed } filas corregidas
    } a mano.
check-cancelled = Canceló una verificación.
draft-discarded = Descartó un borrador con { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }.
draft-restored = Restauró un borrador.
# What calls people, and what stops it.
approved = Aprobó el lanzamiento de { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }.
# The last three are 1 where it is so, and 0 otherwise.
submitted = Envió { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }{ $refused ->
    [0] { "" }
    [one] , sin { $refused } rechazado
   *[other] , sin { $refused } rechazados
    }{ $at-night ->
    [one] , para llamar de noche
   *[other] { "" }
    }{ $outside-rule ->
    [one] , para llamar fuera de la regla de llamadas
   *[other] { "" }
    }{ $approved ->
    [one] , con la aprobación de una segunda persona
   *[other] { "" }
    }.
submitted-test = Envió una prueba: una llamada a su propio número.
rule-overridden = Dio un motivo para llamar fuera de { $rule }.
rule-overridden-for-batch = Dio un motivo para llamar con el lote { NUMBER($batch, useGrouping: "false") } fuera de { $rule }.
batch-sent-again = Envió el lote { NUMBER($batch, useGrouping: "false") } de nuevo.
batch-given-up = Abandonó el lote { NUMBER($batch, useGrouping: "false") }.
batch-stopped = Detuvo el lote { NUMBER($batch, useGrouping: "false") }.
stop-wanted = Pidió a AIRudder detener { $batches ->
    [one] { $batches } lote
   *[other] { $batches } lotes
    }.
stop-wanted-of-batch = Pidió a AIRudder detener el lote { NUMBER($batch, useGrouping: "false") }.
cancel-wanted = Pidió a AIRudder cancelar el número de la fila { NUMBER($row, useGrouping: "false") }.
cancels-wanted-again = Pidió de nuevo a AIRudder cancelar { $numbers ->
    [one] { $numbers } número
   *[other] { $numbers } números
    }.
marked-done = Marcó una tarea como atendida.
needs-attention-again = Deshizo la marca de atendida de una tarea.
# Looks at personal data. Digits are 0 where nothing was searched for.
lead-shown = Vio un lead por separado{ $digits ->
    [0] { "" }
    [one] , que encontró con { $digits } dígito de un número
   *[other] , que encontró con { $digits } dígitos de un número
    }.
lead-of-row-shown = Vio un lead por separado (fila { NUMBER($row, useGrouping: "false") } de la lista){ $digits ->
    [0] { "" }
    [one] , que encontró con { $digits } dígito de un número
   *[other] , que encontró con { $digits } dígitos de un número
    }.
lead-of-rows-shown = Vio un lead por separado (filas { NUMBER($first) } a { NUMBER($last) } de la lista){ $digits ->
    [0] { "" }
    [one] , que encontró con { $digits } dígito de un número
   *[other] , que encontró con { $digits } dígitos de un número
    }.
leads-shown = Vio { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    } de un borrador{ $digits ->
    [0] { "" }
    [one] ; buscó con { $digits } dígito de un número
   *[other] ; buscó con { $digits } dígitos de un número
    }.
leads-of-row-shown = Vio { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    } de un borrador (fila { NUMBER($row, useGrouping: "false") } de la lista){ $digits ->
    [0] { "" }
    [one] ; buscó con { $digits } dígito de un número
   *[other] ; buscó con { $digits } dígitos de un número
    }.
leads-of-rows-shown = Vio { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    } de un borrador (filas { NUMBER($first) } a { NUMBER($last) } de la lista){ $digits ->
    [0] { "" }
    [one] ; buscó con { $digits } dígito de un número
   *[other] ; buscó con { $digits } dígitos de un número
    }.
columns-shown = Vio las columnas de una lista: { $cells ->
    [one] { $cells } celda
   *[other] { $cells } celdas
    } con un número completo.
replacement-shown = Vio qué haría un reemplazo de texto: { $cells ->
    [one] { $cells } celda
   *[other] { $cells } celdas
    } con un número completo.
numbers-shown = Vio { $numbers ->
    [one] { $numbers } número completo
   *[other] { $numbers } números completos
    } de llamadas.
numbers-of-row-shown = Vio { $numbers ->
    [one] { $numbers } número completo
   *[other] { $numbers } números completos
    } de llamadas (fila { NUMBER($row, useGrouping: "false") } de la lista).
numbers-of-rows-shown = Vio { $numbers ->
    [one] { $numbers } número completo
   *[other] { $numbers } números completos
    } de llamadas (filas { NUMBER($first) } a { NUMBER($last) } de la lista).
file-downloaded-whole = Descargó { $file }: { $rows ->
    [one] { $rows } fila
   *[other] { $rows } filas
    }, con números completos.
file-downloaded-masked = Descargó { $file }: { $rows ->
    [one] { $rows } fila
   *[other] { $rows } filas
    }, con los números ocultos en parte.
leads-as-sent = leads como se enviaron
calls = llamadas
rows-to-fix = filas por corregir
number-searched-in-tasks = Buscó { $digits ->
    [one] { $digits } dígito
   *[other] { $digits } dígitos
    } de un número: { $found ->
    [one] { $found } tarea encontrada
   *[other] { $found } tareas encontradas
    }.
number-searched-in-calls = Buscó { $digits ->
    [one] { $digits } dígito
   *[other] { $digits } dígitos
    } de un número: { $found ->
    [one] { $found } llamada encontrada
   *[other] { $found } llamadas encontradas
    }.
erasure-looked-up = Consultó lo que se guarda de un número: { $rows ->
    [one] { $rows } fila
   *[other] { $rows } filas
    }.
number-erased = Borró un número: { $rows ->
    [one] { $rows } fila
   *[other] { $rows } filas
    } en { $accounts ->
    [one] { $accounts } cuenta
   *[other] { $accounts } cuentas
    }.
stays-on-list = Se queda en la lista de no llamar.
# What a role did not allow: what it was is an action such as “work on drafts”.
forbidden = No tenía permiso para { $what } como { $role }.
do-this = hacer esto
account-forbidden = Pidió una cuenta en la que no tiene ningún rol.
too-many-checks = Se le negó una verificación: hubo demasiadas en una hora.
too-many-downloads = Se le negó un archivo: hubo demasiados en una hora.
too-many-searches = Se le negó una búsqueda por número: hubo demasiadas en una hora.
log-exported = Exportó { $entries ->
    [one] { $entries } entrada
   *[other] { $entries } entradas
    } del registro de auditoría.
# Do-not-call lists.
do-not-call-added = Agregó { $numbers ->
    [one] { $numbers } número
   *[other] { $numbers } números
    } a la lista de no llamar de la empresa.
do-not-call-added-from-file = Agregó { $numbers ->
    [one] { $numbers } número
   *[other] { $numbers } números
    } de un archivo a la lista de no llamar de la empresa{ $rows ->
    [0] { "" }
    [one] ; { $rows } fila era ilegible
   *[other] ; { $rows } filas eran ilegibles
    } (SHA-256 { $digest }…).
do-not-call-removed = Quitó un número de la lista de no llamar “{ $list }”: { $reason }
do-not-call-searched = Buscó un número en las listas de no llamar: { $found ->
    [one] { $found } entrada
   *[other] { $found } entradas
    }.
do-not-call-list-taken-in = Subió la lista de no llamar “{ $list }” del { $day } con { $numbers ->
    [one] { $numbers } número
   *[other] { $numbers } números
    } (SHA-256 { $digest }…).
do-not-call-list-taken-in-partly = Subió la lista de no llamar “{ $list }” del { $day } con { $numbers ->
    [one] { $numbers } número
   *[other] { $numbers } números
    } y { $rows ->
    [one] { $rows } fila ilegible
   *[other] { $rows } filas ilegibles
    } (SHA-256 { $digest }…).
do-not-call-list-removed = Quitó la lista de no llamar “{ $list }” con { $numbers ->
    [one] { $numbers } número
   *[other] { $numbers } números
    }.
do-not-call-reapplied = Agregó otra vez { $listed ->
    [one] { $listed } número
   *[other] { $listed } números
    } a la lista de no llamar de la empresa y quitó otra vez { $taken-off ->
    [one] { $taken-off } número
   *[other] { $taken-off } números
    } de listas de no llamar, según el registro de restauración.
do-not-call-key-made = Creó una clave nueva para los números de las listas de no llamar.
# Who it was where nobody is known.
command-line = Línea de comandos
not-signed-in = Sin sesión
