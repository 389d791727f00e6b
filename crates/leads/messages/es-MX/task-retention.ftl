# For how long a task keeps its leads and calls.
not-chosen = Se conserva sin límite: esta cuenta no ha elegido cuánto tiempo se conservan los leads y las llamadas.
after-last-call = Los leads y las llamadas se eliminan { $days ->
    [one] { $days } día
   *[other] { $days } días
    } después de la última llamada.
until = Los leads y las llamadas se eliminan el { $day }. Las cifras se conservan.
deleted = Los leads y las llamadas se eliminaron el { $at }, porque la cuenta ya no los conserva. Las cifras se conservan.
