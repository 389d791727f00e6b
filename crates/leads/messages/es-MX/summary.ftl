# The results of a task in a few lines, to be pasted into a chat.
so-far-as-of = { $name }: resultados hasta ahora, al { $moment }
as-of = { $name }: resultados, al { $moment }
not-told = { $name }: AIRudder aún no ha informado de todas sus llamadas
dialled-and-reached = Marcados { $dialled } · contactados { $reached }
interested-and-call-back = Interesados { $interested } · volver a llamar { $call-back }
do-not-call = No volver a llamar { $do-not-call }
sent = { $sent ->
    [one] { $sent } enviado
   *[other] { $sent } enviados
}
dialled = los marcados
reached = los contactados
