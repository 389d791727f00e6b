refreshed = Actualizado desde AIRudder.
counted-again = Contado con los nombres nuevos.
waiting-again = El lote { NUMBER($batch, useGrouping: "false") } está en espera de enviarse de nuevo.
given-up = Lote { NUMBER($batch, useGrouping: "false") } abandonado.
stopped = { $batches ->
    [one] { $batches } lote detenido.
   *[other] { $batches } lotes detenidos.
}
asked-already = Ya se le pidió a AIRudder. Esta página dice qué respondió.
being-asked = Se está pidiendo a AIRudder que se detenga. Esta página dice qué responde.
kept-back = { $batches ->
    [one] { $batches } lote retenido
   *[other] { $batches } lotes retenidos
    }. Se está pidiendo a AIRudder que detenga los demás. Esta página dice qué responde.
number-being-cancelled = Fila { NUMBER($row, useGrouping: "false") }: se está pidiendo a AIRudder que cancele.
nothing-to-ask-again = No hay nada que pedir de nuevo: ya se le está pidiendo a AIRudder, o no puede llamar a ninguno de ellos.
asked-again = Se está pidiendo de nuevo a AIRudder que cancele { $numbers ->
    [one] { $numbers } número
   *[other] { $numbers } números
    }.
marked-as-done = “{ $task }” se marcó como atendida.
needs-attention-again = “{ $task }” requiere atención de nuevo.
