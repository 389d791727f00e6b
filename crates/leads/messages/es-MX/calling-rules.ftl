# Calling rules: when people may be called, and what is said of calls outside of them.
# Days of the week in short.
monday = lun
tuesday = mar
wednesday = mié
thursday = jue
friday = vie
saturday = sáb
sunday = dom
every-day = todos los días
days-from-to = { $first }–{ $last }
days-and = { $days }, { $day }
hours = { $from }–{ $to }
end-of-day = 24:00
# A rule in a line.
rule = { $days } { $hours }
rule-by-every-clock = { $days } { $hours }, en todas las zonas horarias de { $country } a la vez
rule-without-holidays = { $days } { $hours }, excepto días festivos
rule-by-every-clock-without-holidays = { $days } { $hours }, en todas las zonas horarias de { $country } a la vez, excepto días festivos
# Its name in a sentence. The sectors are also told by themselves.
the-rule = la regla de llamadas para { $country }, { $sector }
the-rule-of-version = la regla de llamadas para { $country }, { $sector }, versión { NUMBER($version) }
of-finance = productos financieros
of-other = otros productos y servicios
source-of-program = Decisión nuestra, según 47 CFR 64.1200 (Estados Unidos)
source-of-indonesia-finance = POJK 6/POJK.07/2022, art. 25, según la prensa (detik.com, 9 de febrero de 2023); reemplazado por POJK 22/2023, cuyo artículo no se encontró
source-of-indonesia = Decisión nuestra: no se encontró ninguna regla vigente. Horas en las que una llamada no sorprende
source-of-india = Horario de las llamadas promocionales según proveedores (conversailabs.com; kedeyo.com, mayo de 2026). TRAI, TCCCPR 2018: la reforma del 12 de febrero de 2025, sobre series de numeración, según la prensa (hindustantimes.com, 17 de febrero de 2025)
source-of-india-at-first = TRAI, TCCCPR 2018 con la reforma del 12 de febrero de 2025; el horario, según proveedores y la prensa (hindustantimes.com, 17 de febrero de 2025)
source-of-mexico = Decisión nuestra: no se encontró ninguna regla vigente. Una iniciativa de ley de 2019 pide de lunes a viernes, de 08:00 a 19:00 (senado.gob.mx, boletín 421)
source-of-philippines = Decisión nuestra: no se encontró ninguna regla vigente para llamadas de mercadotecnia (respicio.ph)
# What is wrong with calls.
outside = Algunas llamadas podrían quedar fuera de { $rule } ({ $words }).
too-early = Antes del horario permitido: { $at } en { $place }.
too-early-of-batch = Lote { NUMBER($batch, useGrouping: "false") }, antes del horario permitido: { $at } en { $place }.
too-late = Después del horario permitido: { $at } en { $place }.
too-late-of-batch = Lote { NUMBER($batch, useGrouping: "false") }, después del horario permitido: { $at } en { $place }.
redial-too-late = La última rellamada podría ser el { $at } en { $place }, después del horario permitido.
redial-too-late-of-batch = Lote { NUMBER($batch, useGrouping: "false") }: la última rellamada podría ser el { $at } en { $place }, después del horario permitido.
day = { $day }: la regla no permite llamadas en { $weekday }.
day-of-batch = Lote { NUMBER($batch, useGrouping: "false") }: { $day }: la regla no permite llamadas en { $weekday }.
holiday = Día festivo: { $day }, { $name }.
holiday-of-batch = Lote { NUMBER($batch, useGrouping: "false") }: { $day } es día festivo: { $name }.
# What can be done, and where the rule comes from.
allowed-next = Próximo horario permitido: { $window }.
no-window = No hay ningún horario permitido en los próximos cinco días, y AIRudder no programa llamadas más allá.
redials-too-long = Las rellamadas duran más de lo que permite la regla de llamadas: elija menos rellamadas, o menos minutos entre ellas.
allowed-from = Las llamadas se permiten de nuevo a partir del { $at }.
allowed-from-in-new-task = Las llamadas se permiten de nuevo a partir del { $at }. Para llamar entonces, inicie una tarea nueva con esta configuración.
source = Fuente: { $source }.
holidays-missing = Faltan los días festivos de { $year } para { $country }. Agréguelos.
holidays-unknown = Todavía no se conocen los días festivos de { $year }: una llamada en uno de ellos contaría como permitida. Un administrador los agrega en Configuración, Reglas de llamadas.
# Whether a launch keeps the rule.
kept = se cumple: { $rule }
kept-not-confirmed = se cumple: { $rule } (sin confirmar)
not-kept = no se cumple: { $rule }
not-kept-not-confirmed = no se cumple: { $rule } (sin confirmar)
# When the calls of what begins at once are stopped.
calls-end = A más tardar: { $at }. A quien falte entonces no se le llama.
# What is kept with a task: whether it kept the rule, and why somebody went on all the same.
was-kept = se cumplió: { $rule } (versión { NUMBER($version) })
called-outside = se llamó fuera de ella: { $rule } (versión { NUMBER($version) }).
called-outside-with-batch = se llamó fuera de ella con el lote { NUMBER($batch, useGrouping: "false") }: { $rule } (versión { NUMBER($version) }).
reason = { $by }: “{ $reason }”
reason-approved = { $by }: “{ $reason }”, aprobado por una segunda persona
