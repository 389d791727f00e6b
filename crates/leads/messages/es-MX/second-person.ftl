# What is said to somebody who would send a batch again, where somebody else has to.
by-somebody-else = No se envió: usted cambió el borrador de esta tarea y la cuenta pide una segunda persona. Pida a un lanzador o a un administrador que no lo haya cambiado que lo envíe de nuevo.
outside-by-somebody-else = No se envió: fuera de esta regla de llamadas, solo una segunda persona envía un lote de nuevo, y usted lanzó esta tarea o cambió su borrador. Pídalo a un lanzador o a un administrador que no haya hecho ninguna de las dos cosas.
