# The terms of the trade in this language: a catalogue uses these words and no others, or takes a term by its name.
# A word that a comment above a term says after “Never” stands in no catalogue: a test sees to it.

# Never: prospecto, cliente potencial
-lead = lead
# Never: campaña
-task = tarea
# Never: tanda, sublote
-batch = lote
# Never: bot, agente virtual
-robot = robot
# Never: troncal
-line = línea
# Never: listado
-list = lista
# Never: lista negra, lista de exclusión, no molestar
-do-not-call-list = lista de no llamar
# Never: remarcación, remarcado, reintento
-redial = rellamada
# Never: tasa de alcance, tasa de contactación, contactabilidad
-reach-rate = tasa de contacto
-result = resultado
-draft = borrador
# Never: chequeo, comprobación
-check = verificación
-review = revisión
-launch = lanzamiento
-account = cuenta
-calling-rule = regla de llamadas
# Never: enfriamiento, tiempo de espera
-cooldown = periodo de espera
-column = columna
# Never: hilera
-row = fila
-cell = celda
# Never: alerta
-warning = advertencia
-duplicate = duplicado
# Never: bitácora
-audit-log = registro de auditoría
-role = rol
# Never: visualizador, observador
-viewer = lector
-preparer = preparador
-launcher = lanzador
-administrator = administrador
# Never: clave de acceso
-passkey = llave de acceso
# Never: dos pasos, doble factor
-second-factor = segundo factor
# Never: código de respaldo
-recovery-code = código de recuperación
-retention = retención
# Never: recibo, acuse
-receipt = comprobante
-follow-up = seguimiento
# Never: ventana horaria, franja
-window = horario
