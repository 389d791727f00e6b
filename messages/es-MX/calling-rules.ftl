page-title = Reglas de llamadas
explained = Cuándo se puede llamar a las personas de un país. Para todas las cuentas de esta instalación. No es asesoría legal.
back-to-settings = Volver a la configuración
unconfirmed = Algunas reglas vinieron con Coxswain y nadie aquí las ha confirmado. Se aplican de todos modos. Lea la fuente, consulte a un abogado y después confírmelas o cámbielas.
rules = Reglas
country = País
sector = Sector
rule = Regla
outside = Fuera de la regla
source = Fuente
confirmation = Confirmada
change = Cambiar
refused = Se rechaza; una segunda persona puede aprobar un motivo
warned = Se advierte; basta con un motivo
of = { $country }, { $sector }
this-account = Esta cuenta
needs-purpose = Una tarea debe decir para qué es su lista.
read-on = Consultada: { $date }. Versión { NUMBER($version) }.
change-rule = Cambiar<hidden> la regla de { $rule }</hidden>
confirmed-by = { $by }, <time>{ $at }</time>
not-confirmed = Sin confirmar
confirm = Confirmar
confirmed = La regla quedó confirmada.
saved = Se guardó la regla.
time-changed = Se cambió el horario de llamadas. Verifique de nuevo.
reason-saved = Se guardó el motivo. Todavía no se ha llamado a nadie.
planned-outside = { $batches ->
    [one] AIRudder tiene { $batches } lote que podría llamar a una hora que las reglas ya no permiten. Conserva el horario que recibió: detenga las llamadas en la página de la tarea.
   *[other] AIRudder tiene { $batches } lotes que podrían llamar a una hora que las reglas ya no permiten. Conserva los horarios que recibió: detenga las llamadas en las páginas de sus tareas.
}
planned-of-task = { $batches ->
    [one] ({ $account }, { $batches } lote)
   *[other] ({ $account }, { $batches } lotes)
}
