# What is held of a number beside lists, and what AIRudder must be asked for once it is erased.
others = { $count ->
    [one] { $count } lead de otro número que lo menciona: se omite de un lote que aún no se envía, así que no se le llama
   *[other] { $count } leads de otros números que lo mencionan: se omiten de lotes que aún no se envían, así que no se les llama
}
calls = { $count ->
    [one] { $count } llamada terminada
   *[other] { $count } llamadas terminadas
}
open-calls = { $count ->
    [one] { $count } llamada abierta
   *[other] { $count } llamadas abiertas
}
numbers = { $count ->
    [one] { $count } número guardado para el periodo de espera
   *[other] { $count } números guardados para el periodo de espera
}
files = { $count ->
    [one] { $count } archivo subido
   *[other] { $count } archivos subidos
}
steps = { $count ->
    [one] { $count } paso de edición
   *[other] { $count } pasos de edición
}
texts = { $count ->
    [one] { $count } texto de AIRudder
   *[other] { $count } textos de AIRudder
}
pushes = { $count ->
    [one] { $count } notificación push de AIRudder
   *[other] { $count } notificaciones push de AIRudder
}
ask-for-lists = Que borre su propia copia del número, el nombre y los textos de cada tarea que aquí se menciona.
ask-for-recordings = Que borre las grabaciones y transcripciones de cada llamada con este número.
ask-for-unclear = Que busque el número en un lote sin respuesta clara y lo cancele allá: Coxswain no sabe si AIRudder tiene ese lote.
task-at-airudder = “{ $name }”, ID { $id }
task-perhaps-at-airudder = “{ $name }”: no se sabe si AIRudder la tiene
