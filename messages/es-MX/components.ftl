more-than = { NUMBER($number) }+
# What goes on at the server.
leads-processed = { $done } de { $total } leads procesados
leads-checked = { $done } de { $total } leads verificados
checks-made = { $done } de { $total } verificaciones hechas
no-answer = Coxswain no responde. El trabajo continúa. Intentando de nuevo…
reload-page = Volver a cargar la página
# Buttons.
asks = { $text }…
cancel = Cancelar
undo = Deshacer
copied = Copiado
discard = Descartar borrador
discard-asks = Descartar…
# Calls as a bar.
not-known-yet = Aún no se sabe
shares-of-calls = { NUMBER($reached) }% contactadas, { NUMBER($ended) }% no contactadas, { NUMBER($open) }% sin terminar
# Fields and lists.
no-longer-listed = { $choice } (ya no está en la lista)
search = Buscar
left-out = La dirección filtra por { $what } que Coxswain no puede usar. Esa parte del filtro se omite, por lo que puede mostrarse más de lo que se pidió.
good-until = vence: <time>{ $moment }</time>
seconds-left = ({ $seconds } s restantes)
over = (vencida: verifique de nuevo)
# Pages of a list.
pages = Páginas
previous = <hidden>Página </hidden>Anterior
next = <hidden>Página </hidden>Siguiente
none = Ninguno
past-the-end = Después del final de { NUMBER($matched) }
one-of = { NUMBER($first) } de { NUMBER($matched) }
some-of = { NUMBER($first) }–{ NUMBER($last) } de { NUMBER($matched) }
# Passkeys.
passkey-exists = Este dispositivo ya tiene una llave de acceso para Coxswain.
passkey-not-sent = No se pudo conectar con Coxswain. Inténtelo de nuevo.
passkey-not-used = No se usó ninguna llave de acceso. Inténtelo de nuevo o elija otra forma.
# What a list is for.
purpose = Propósito
purpose-hint = Por qué se llama a estas personas. Máximo 200 caracteres.
source = Origen de la lista
source-hint = De dónde vienen los números.
legal-basis = Base legal
legal-basis-hint = Por qué se les puede llamar; por ejemplo, su consentimiento y dónde se guarda.
# Leads that AIRudder refused.
refused = Leads que AIRudder rechazó
row = Fila
mobile = Celular
reason = Motivo
reason-from-airudder = Motivo de AIRudder
customer = Cliente
# Steps.
steps = Pasos
step-done = { $step }<hidden>, hecho</hidden>
step-failed = { $step }: { $word }
