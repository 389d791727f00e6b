# What of a filter in an address cannot be used, as it stands in the sentence that says so.
group = un grupo
stage = una etapa
batch = un lote
ring = una forma de timbrar
hour = una hora
talk = una duración de conversación
long-search = una búsqueda tan larga
person = una persona
action = un tipo de acción
outcome = un resultado
day = un día
id = un ID
page = una página
period = un periodo
days-in-wrong-order = días en el orden equivocado
