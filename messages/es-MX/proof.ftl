page-title = Constancia de { $task }
heading = Constancia de “{ $task }”
made = Elaborada por Coxswain el <time>{ $moment }</time> ({ $zone }). list-with-calls.csv contiene todas las filas de la lista; opt-outs.csv, las llamadas en las que alguien pidió que no se le volviera a llamar. SHA256SUMS contiene los resúmenes criptográficos de estos archivos.
made-after-deletion = Elaborada por Coxswain el <time>{ $moment }</time> ({ $zone }). La lista y sus llamadas se eliminaron: lists-deleted.txt dice cuándo. SHA256SUMS contiene los resúmenes criptográficos de estos archivos.
sandbox = Esta tarea se envió al entorno de prueba: no se llamó a nadie.
who-and-how = Quién y cómo
account = Cuenta
task = Tarea
submitted-by = Enviada por
approved-by = Aprobada por
person-at = { $person }, { $moment }
checked = Verificación
checked-at = { $leads ->
    [one] { $moment }: { $leads } lead; AIRudder rechazó { NUMBER($refused) }
   *[other] { $moment }: { $leads } leads, de los cuales AIRudder rechazó { NUMBER($refused) }
}
checked-by = { $leads ->
    [one] { $moment }, por { $person }: { $leads } lead; AIRudder rechazó { NUMBER($refused) }
   *[other] { $moment }, por { $person }: { $leads } leads, de los cuales AIRudder rechazó { NUMBER($refused) }
}
calling-rule = Regla de llamadas
rule-not-known = No se sabe qué regla se consultó.
hours = Horario
not-confirmed-then = Sin confirmar en ese momento
list = La lista
file = { $file }, SHA-256 <digest>{ $digest }</digest>
problems = Problemas
problem = Problema
leads = Leads
lists-applied = Listas de no llamar aplicadas
lists = Listas de no llamar
lists-not-known = No se sabe qué listas se aplicaron.
list-name = Lista
list-of = De fecha
valid-for = { $days ->
    [one] vigente por { $days } día
   *[other] vigente por { $days } días
}
was-out-of-date = desactualizada cuando se aplicó
version = Versión
numbers-on-it = Números que contiene
leads-left-out = Leads omitidos
taken-out-erased = { $leads ->
    [one] { $leads } lead se sacó de los lotes antes de enviarlos, porque su número se borró.
   *[other] { $leads } leads se sacaron de los lotes antes de enviarlos, porque sus números se borraron.
}
taken-out-do-not-call = { $leads ->
    [one] { $leads } lead se sacó de los lotes antes de enviarlos, porque su número se agregó entretanto a una lista de no llamar.
   *[other] { $leads } leads se sacaron de los lotes antes de enviarlos, porque sus números se agregaron entretanto a una lista de no llamar.
}
lists-at-sending = Listas de no llamar que omitieron leads después de la verificación
batches = Lotes
batch = Lote
status = Estado
id-at-provider = ID en AIRudder
digest-of-sent = SHA-256 de lo enviado
calls = Llamadas
no-calls = No se inició ninguna llamada.
counts = Enviados: { NUMBER($sent) }; marcados: { NUMBER($dialled) }; contactados: { NUMBER($reached) }.
opt-outs = { $people ->
    [one] { $people } persona pidió que no se le volviera a llamar.
   *[other] { $people } personas pidieron que no se les volviera a llamar.
}
group-count = { $group }: { NUMBER($count) }
activity = Actividad
when = Cuándo
who = Quién
what = Qué
