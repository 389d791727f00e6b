# The settings of a task: as label and value, and in a few words each.
robot = Robot
line = Línea
when = Cuándo
redials = Rellamadas
platform = Plataforma
batches = Lotes
do-not-call = No llamar
stop = Detener lo que falta
in-background = Creación en segundo plano
# Values.
group = { $robot } (grupo)
now = Ahora
no-redials = Ninguna
redials-at-once = { NUMBER($redials) }, de inmediato
redial-after = 1, después de { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
    }
redials-apart = { NUMBER($redials) }, cada { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
    }
apart = cada { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
    }
list-used = Se usa la lista de AIRudder
yes = Sí
# In a few words each, one behind the other.
briefly-now = ahora
briefly-no-redials = sin rellamadas
briefly-at-once = { $redials ->
    [one] { $redials } rellamada, de inmediato
   *[other] { $redials } rellamadas, de inmediato
}
briefly-after = 1 rellamada, después de { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
    }
briefly-apart = { NUMBER($redials) } rellamadas, cada { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
    }
briefly-batches = lotes cada { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
    }
briefly-list = lista de no llamar de AIRudder
briefly-stopped = se detiene { $rule }
