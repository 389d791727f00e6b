# What changed of settings, as the audit log tells it.
settings-changed = Cambió la configuración: { $changes }.
settings-saved = Guardó la configuración sin cambios.
rule-changed = Cambió { $rule }: { $changes }.
rule-saved = Guardó { $rule } sin cambios.
results-changed = Cambió el significado de los resultados (versión { NUMBER($version, useGrouping: "false") }): { $changes }.
results-saved = Guardó el significado de los resultados (versión { NUMBER($version, useGrouping: "false") }) sin cambios.
change = { $field }, de { $old } a { $new }
first-and-next = { $first }; { $next }
nothing = vacío
on = activado
off = desactivado
# Fields of the account.
name = nombre
country = país
language = idioma
zone = zona horaria
platform = plataforma
lines = líneas
default-line = línea predeterminada
dnc-arranged = lista de no llamar de AIRudder
fill-notes = completar comentarios
two-persons = aprobación de una segunda persona
sector = sector
list-purpose = propósito de la lista
list-source = origen de la lista
legal-basis = base legal
batch-size = leads por lote
cooldown-days = días de espera
refuse-outdated-lists = rechazar listas desactualizadas
# Fields of the retention.
result-days = días que se conservan los leads y las llamadas
draft-days = días que se conservan los borradores
unused-columns = columnas que no se usan
# Fields of a calling rule.
monday = lunes
tuesday = martes
wednesday = miércoles
thursday = jueves
friday = viernes
saturday = sábado
sunday = domingo
from = hora de inicio
to = hora de fin
zones = hora que cuenta
on-holidays = en días festivos
action = qué pasa fuera de la regla
needs-purpose = exigir propósito
source = fuente
read-on = fecha de consulta
is-confirmed = confirmación
# What was chosen in a calling rule.
clock-of-account = zona horaria de la cuenta
clock-of-country = todas las zonas horarias del país
as-other-days = llamadas como en otros días
no-calls = ninguna llamada
warning = advertencia
refusal = rechazo
