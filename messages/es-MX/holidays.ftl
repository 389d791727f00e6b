title = Días festivos
explained = Se aplican en las reglas que no permiten llamadas en días festivos. Agregue los que se declaren después.
add-title = Agregar un día festivo
of-year = { $count ->
    [one] { $country } { $year }: { $count } día festivo
   *[other] { $country } { $year }: { $count } días festivos
}
day = Día
name = Nombre
source = Fuente
remove = Quitar
remove-day = Quitar { $day }
country = País
source-hint = Dónde lo leyó: un decreto o una dirección.
submit = Agregar día festivo
added = El día festivo se agregó.
removed = El día festivo se quitó.
