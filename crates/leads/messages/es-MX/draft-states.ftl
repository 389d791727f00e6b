# How far a draft has come, and which drafts are shown.
no-list = Aún sin lista
settings = Configuración por completar
question = Pregunta por responder
checking = Verificando
refused-by-airudder = Rechazado por AIRudder
leads-refused = { $leads ->
    [one] { $leads } rechazado
   *[other] { $leads } rechazados
}
checked = Verificado
rows-to-fix = { NUMBER($rows) } por corregir
nothing-ready = Ningún lead listo
ready = Listo
any = Cualquier estado
to-fix = Por corregir
discarded = Descartado
