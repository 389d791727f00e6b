sending = Enviando a AIRudder
reassurance = Puede salir de esta página.
searching = Buscando entre las tareas de AIRudder
searching-text = Aún no se sabe si AIRudder creó esta tarea. Coxswain la busca y no la envía de nuevo. Mientras tanto, no haga otra tarea con esta lista: podría llamarse dos veces a las personas.
searches-done = { $batches ->
    [one] { $batches } lote aún sin encontrar
   *[other] { $batches } lotes aún sin encontrar
    }. { NUMBER($searches, useGrouping: "false") } de { NUMBER($most, useGrouping: "false") } búsquedas hechas.
next-search = Próxima búsqueda: { $at }.
stop-rest = { $batches ->
    [one] Detener { $batches } lote
   *[other] Detener { $batches } lotes
}
rest = { $batches ->
    [one] { $batches } lote
   *[other] { $batches } lotes
    } con { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    } aún no se { $batches ->
    [one] envía
   *[other] envían
    }. Los lotes detenidos no llaman a nadie hasta que usted los envíe. Los lotes enviados continúan.
