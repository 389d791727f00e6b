# Insights: periods, and what the numbers mean.
four-weeks = 4 semanas
twelve-weeks = 12 semanas
year = Un año
chosen-days = Días elegidos
day-definition = Una llamada pertenece al día en que empezó su última marcación, en la zona horaria de la cuenta. Una que no se marcó, o de la que AIRudder no informa cuándo, pertenece al día en que se envió su tarea.
estimated-definition = Estimado: tareas con rellamadas. AIRudder informa solo de la última marcación de un número, así que quien no fue contactado aparece en el último intento. Las horas tardías se ven peor de lo que son.
measured-definition = Medido: tareas sin rellamadas. Cada número se marcó una vez y aparece en la hora de esa marcación.
