# Rates, how sure they are, and how they differ.
percent = { NUMBER($percent) }%
under-percent = menos de { NUMBER($percent) }%
over-percent = más de { NUMBER($percent) }%
with-base = { NUMBER($part) } ({ $rate } de { $base })
part = { NUMBER($part) }
interval = de { NUMBER($low) } a { NUMBER($high) }%
too-few = { $one } frente a { $other }: muy pocas llamadas para saberlo. Cada uno necesita al menos { NUMBER($least) }.
no-difference = { $one } frente a { $other }: no se aprecia diferencia (de { $low } a { $high } puntos).
reaches-more = { $one } tiene una tasa de contacto { NUMBER($points) } puntos mayor que { $other } (de { NUMBER($low) } a { NUMBER($high) }).
reaches-less = { $one } tiene una tasa de contacto { NUMBER($points) } puntos menor que { $other } (de { NUMBER($low) } a { NUMBER($high) }).
interests-more = { $one } tiene una proporción de interesados { NUMBER($points) } puntos mayor que { $other } (de { NUMBER($low) } a { NUMBER($high) }).
interests-less = { $one } tiene una proporción de interesados { NUMBER($points) } puntos menor que { $other } (de { NUMBER($low) } a { NUMBER($high) }).
points = { NUMBER($points) }
points-more = +{ NUMBER($points) }
points-less = −{ NUMBER($points) }
