# What became of a batch, or of a request to stop it. It is stored in English, and read back as the message.
not-built = Coxswain no pudo armar este lote.
stopped-before = Coxswain se detuvo antes de enviarlo.
not-searched = No se pudieron buscar las tareas de AIRudder.
database-silent = La base de datos no respondió antes de enviarlo.
stopped-while-sending = Coxswain se detuvo mientras lo enviaba.
failed-while-sending = Coxswain falló mientras lo enviaba.
stopped-while-asking = Coxswain se detuvo mientras lo pedía.
failed-while-asking = Coxswain falló mientras lo pedía.
made-for-the-sandbox = Esta tarea se creó para el entorno de prueba, no para AIRudder.
made-for-airudder = Esta tarea se creó para AIRudder, no para el entorno de prueba.
waited-too-long = Esperó más de 30 minutos. Envíelo ahora o inicie una tarea nueva con esta configuración.
leads-changed = Los leads cambiaron después de la verificación. Inicie una tarea nueva con esta configuración.
not-compared = Coxswain no pudo compararlo con las listas de no llamar.
nobody-left = En este lote ya no queda nadie a quien llamar: todos los números están ahora en una lista de no llamar o se borraron.
created-nothing = AIRudder rechazó leads y no creó nada.
every-lead-refused = AIRudder rechazó todos los leads.
did-not-say = AIRudder no dijo si creó la tarea.
# How many tasks these are is a text here, so that it can be read back.
several-tasks = AIRudder tiene { $tasks } tareas con este nombre: { $ids }. Detenga ahí todas menos una, o se llamará dos veces a las personas.
of-some-lead = AIRudder: “{ $words }” (no está claro de qué lead)
given-up = Abandonado por { $name }.
stopped = Detenido por { $name }.
stopped-by-rule = Detenido por la regla de paro.
