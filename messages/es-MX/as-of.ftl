as-of = Actualizado: { $time }
asked-again = Próxima consulta a AIRudder: { $time }
no-answer = AIRudder no respondió; próxima consulta: { $time }
not-asked = Ya no se consulta a AIRudder
open = { $calls ->
    [one] { $calls } llamada aún no termina
   *[other] { $calls } llamadas aún no terminan
}
expected-end = fin previsto: { $moment }
none-yet = AIRudder aún no ha informado de todas las llamadas. Se le consulta a las { $time }.
none-yet-no-answer = AIRudder aún no ha informado de todas las llamadas: no respondió. Próxima consulta: { $time }.
none = AIRudder no ha informado de todas las llamadas. Ya no se le consulta automáticamente.
