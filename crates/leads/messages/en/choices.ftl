# Short names that are chosen from: sectors, do-not-call lists, periods, when to call.
finance = Financial products
other = Other products and services
own = Company list
repep = REPEP (Mexico, Profeco)
reus = REUS (Mexico, Condusef)
ncpr = NCPR (India, TRAI)
client = List of a client
today = Today
last-days = { $days ->
    [one] Last { $days } day
   *[other] Last { $days } days
}
