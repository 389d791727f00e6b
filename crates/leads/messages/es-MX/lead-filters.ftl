# Which leads of a list are shown.
all = Todos los leads
called = Se les llama
refused = Rechazados por AIRudder
refused-before = Rechazados antes
airudder-says = AIRudder: “{ $words }”
