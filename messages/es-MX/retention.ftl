page-title = Retención
explained = Cuánto tiempo conserva esta cuenta los leads y las llamadas. Lo que sea más antiguo se elimina y nadie puede recuperarlo. Un plazo más corto surte efecto en minutos.
leads-and-calls = Leads y llamadas
save = Guardar
saved = Retención guardada.
