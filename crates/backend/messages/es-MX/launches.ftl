# Why nobody was called, or nothing was approved, and what to do.
nothing-submitted = No se envió nada.
ask-somebody-else = No se llamó a nadie: primero debe aprobarlo una segunda persona. Usted cambió el borrador, así que pídalo a un lanzador o a un administrador que no lo haya cambiado.
not-as-shown = No se llamó a nadie ni se aprobó nada: lo que se envía ya no es lo que mostraba esta página. Revíselo de nuevo y decida.
submitted-before-approval = No se aprobó nada: este borrador ya se envió.
no-second-person-asked = No se aprobó nada: esta cuenta no pide una segunda persona.
checked-again = El borrador se verificó de nuevo. Revise el nuevo resultado y después envíe.
leads-refused = AIRudder rechazó { $leads ->
    [one] { $leads } lead. Envíe sin él desde la página de lanzamiento, o corríjalo
   *[other] { $leads } leads. Envíe sin ellos desde la página de lanzamiento, o corríjalos
    } y verifique de nuevo.
submitted-meanwhile = { $leads ->
    [one] Se omitió { $leads } lead: está
   *[other] Se omitieron { $leads } leads: están
    } en una tarea que se envió después de la verificación. Verifique de nuevo.
listed-meanwhile = { $numbers ->
    [one] { $numbers } número entró
   *[other] { $numbers } números entraron
    } en una lista de no llamar después de la verificación. Verifique de nuevo.
