checking = Verificando con AIRudder
nobody-yet = Todavía no se puede llamar a nadie
check = Verificar con AIRudder
check-again = Verificar de nuevo
complete-settings = Completar la configuración
back-to-review = Volver a la revisión
ask-launcher = El borrador está listo. Solo los lanzadores y los administradores pueden enviarlo: pida a uno de ellos que abra esta página.
call-me-first = Llamarme primero
confirm-first = Confirme que es usted antes de que se llame a las personas. No había usado este navegador, o su última confirmación fue hace más de 12 horas. Después regresa a esta página.
confirm = Confirmar que es usted
# The second person.
approve-only = Solo aprobar
approved = Aprobado por { $by }, <time>{ $at }</time>. Es válido hasta que cambie algo de lo anterior.
not-approved = Todavía no. Debe aprobarlo un lanzador o un administrador que no haya cambiado el borrador.
changed-by = Cambiado por
approval = Aprobación
ask-somebody-else = Usted cambió este borrador, así que otra persona debe aprobarlo: un lanzador o un administrador que no lo haya cambiado. Envíe a uno de ellos la dirección de esta página.
copy-address = Copiar la dirección
# Outside of the calling rule.
move-to = Mover a { $window }
save-reason = Guardar el motivo
# What is confirmed.
batches = Lotes
leads = { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
}
robot-says = Lo que dice el robot
values-of-first = Valores del primer lead al que se llama: fila { NUMBER($row, useGrouping: "false") }.
values-of-first-named = Valores del primer lead al que se llama: fila { NUMBER($row, useGrouping: "false") }, { $customer }.
says = { $name }: “{ $value }”
says-nothing = { $name }: nada
empty-in-all = vacío en todos los leads
empty-in = vacío en { NUMBER($empty) } de { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }
check-heading = Verificación
# The element “until” stands for until when the check is good, with the seconds that are left.
checked = Verificación: <at>{ $at }</at>, <until></until>
