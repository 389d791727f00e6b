# Why a call of AIRudder brought nothing.
key-refused = AIRudder rechazó la clave de esta cuenta: “{ $words }”. Consulte a un administrador.
not-reached = No se pudo contactar a AIRudder.
refused = AIRudder lo rechazó: “{ $words }”
busy = AIRudder está ocupado. Inténtelo de nuevo en un minuto.
unclear = AIRudder no dio una respuesta clara.
unreadable = Coxswain no pudo leer la respuesta de AIRudder ({ $place }). Avise a su administrador.
left-alone = AIRudder no responde. Coxswain lo intenta de nuevo automáticamente.
no-credentials = Esta cuenta no tiene credenciales de AIRudder que se puedan usar. Un administrador puede ingresarlas en Configuración.
not-in-time = AIRudder no respondió a tiempo.
last-known-robots = Se muestran los últimos robots conocidos.
robot-as-last-known = Se muestra el robot según la última información.
down = AIRudder no responde desde las { $since }. Próximo intento: { $until }. Hasta entonces no se envía ni se verifica nada. Un lote que espera más de 30 minutos no se envía.
