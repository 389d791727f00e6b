# What stands in files of calls and of leads that were sent: headers, and words in cells.
# Headers. None is a name that a list’s own column for a field has: the file is read as the list was.
sent-reference = Referencia enviada
call-group = Grupo de la llamada
call-result = Resultado de la llamada
result-letter = Letra del resultado
was-reached = Se contactó
dial-began = Inicio de la última marcación
dial-ended = Fin de la última marcación
talk-seconds = Segundos de conversación
how-it-rang = Cómo timbró
called-by = Quién llamó
sip-line = Línea SIP
batch = Lote
batch-status = Estado del lote
why-left-out = Por qué se omitió
told-otherwise = Otros datos informados
refused-by-airudder = Rechazado por AIRudder
again = { $header } ({ NUMBER($count, useGrouping: "false") })
# Words in cells.
yes = sí
not-sent = No enviado
refused = Rechazado por AIRudder: { $words }
not-told = { $state }: { $word }
