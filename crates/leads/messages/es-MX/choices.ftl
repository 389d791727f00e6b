# Short names that are chosen from: sectors, do-not-call lists, periods, when to call.
finance = Productos financieros
other = Otros productos y servicios
own = Lista de la empresa
repep = REPEP (México, Profeco)
reus = REUS (México, Condusef)
ncpr = NCPR (India, TRAI)
client = Lista de un cliente
today = Hoy
last-days = { $days ->
    [one] Último día
   *[other] Últimos { $days } días
}
