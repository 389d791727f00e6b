# What became of requests to AIRudder to stop batches, or to cancel a number.
the-stop-rule = la regla de paro
the-calling-rule = la regla de llamadas
# Of one batch.
wanted-once-known = Hay que detener las llamadas: así lo pidió { $by } ({ $at }). Se pide a AIRudder en cuanto se sepa que tiene este lote.
wanted = Hay que detener las llamadas: así lo pidió { $by } ({ $at }). Está por pedirse a AIRudder.
being-asked = Se está pidiendo a AIRudder detener las llamadas (desde { $at }).
agreed = Se pidió a AIRudder detener las llamadas ({ $at }). Aceptó, y no se sabe de llamadas en curso.
agreed-under-way = Se pidió a AIRudder detener las llamadas ({ $at }). Aceptó; { $calls ->
    [one] { $calls } llamada puede
   *[other] { $calls } llamadas pueden
    } seguir en curso.
asked = Se pidió a AIRudder detener las llamadas ({ $at }).
refused = Se pidió a AIRudder detener las llamadas ({ $at }) y se negó.
unclear = Se pidió a AIRudder detener las llamadas ({ $at }) y no dio una respuesta clara. Es posible que se siga llamando a personas: pídalo de nuevo.
unclear-asked-again = Se pidió a AIRudder detener las llamadas ({ $at }) y no dio una respuesta clara. Coxswain lo pide de nuevo mientras todavía se pueda llamar a personas.
of-batch = Lote { NUMBER($batch, useGrouping: "false") }: { $told }
# Of several batches, counted.
batches-to-be-asked = { $batches ->
    [one] { $batches } lote
   *[other] { $batches } lotes
    }: está por pedirse a AIRudder detener las llamadas.
batches-agreed = { $batches ->
    [one] { $batches } lote
   *[other] { $batches } lotes
    }: se pidió a AIRudder detener las llamadas ({ $at }) y aceptó; { $calls ->
    [one] { $calls } llamada puede
   *[other] { $calls } llamadas pueden
    } seguir en curso.
batches-refused = { $batches ->
    [one] { $batches } lote
   *[other] { $batches } lotes
    }: se pidió a AIRudder detener las llamadas ({ $at }) y se negó. Los lotes dicen por qué.
batches-unclear = { $batches ->
    [one] { $batches } lote
   *[other] { $batches } lotes
    }: se pidió a AIRudder detener las llamadas ({ $at }) y no dio una respuesta clara. Es posible que se siga llamando a personas: pídalo de nuevo.
batches-unclear-asked-again = { $batches ->
    [one] { $batches } lote
   *[other] { $batches } lotes
    }: se pidió a AIRudder detener las llamadas ({ $at }) y no dio una respuesta clara. Coxswain lo pide de nuevo mientras todavía se pueda llamar a personas.
by-rule = { $at }: { $told }
# Of a number that is cancelled.
number-to-be-asked = Está por pedirse a AIRudder que lo cancele.
number-being-asked = Se está pidiendo a AIRudder que lo cancele (desde { $at }).
number-cancelled = Cancelado: AIRudder aceptó ({ $at }). Una llamada en curso puede continuar.
number-asked = Se pidió a AIRudder que lo cancelara ({ $at }).
number-refused = Se pidió a AIRudder que lo cancelara ({ $at }) y se negó.
number-unclear = Se pidió a AIRudder que lo cancelara ({ $at }) y no dio una respuesta clara. Coxswain lo pide de nuevo mientras todavía se pueda llamar a ese número.
# What is asked before a task is stopped.
leads-open = { $leads ->
    [one] { $leads } lead no ha terminado. Se pide a AIRudder que ya no lo marque; lo que se está marcando puede continuar hasta terminar.
   *[other] { $leads } leads no han terminado. Se pide a AIRudder que ya no marque ninguno; lo que se está marcando puede continuar hasta terminar.
}
batches-kept-back = { $batches ->
    [one] Se retiene { $batches } lote en espera
   *[other] Se retienen { $batches } lotes en espera
    } con { $leads ->
    [one] { $leads } lead.
   *[other] { $leads } leads.
    }
