# Which leads of a list are shown.
all = All leads
called = Called
refused = Refused by AIRudder
refused-before = Refused before
airudder-says = AIRudder: “{ $words }”
