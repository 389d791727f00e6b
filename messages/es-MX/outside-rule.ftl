given = { $by } dio este motivo: “{ $reason }”
give-a-reason = Para llamar fuera de la regla de llamadas, indique un motivo.
give-a-reason-to-approve = Para llamar fuera de la regla de llamadas, indique un motivo que otra persona apruebe.
allowed-next = Próximo horario permitido: { $window }.
source-confirmed = Fuente: <source>{ $source }</source>. Confirmada.
source-not-confirmed = Fuente: <source>{ $source }</source>. No confirmada por un administrador.
reason = Motivo
reason-hint = Se guarda con la tarea. No escriba nombres ni números de personas. Máximo 500 caracteres.
