# What a draft is called, and what is asked before it is discarded.
untitled = Borrador sin título
quoted = “{ $draft }”
discard = ¿Descartar “{ $draft }”?
own-empty = Usted lo inició; aún no tiene leads.
own-leads = { $leads ->
    [one] También se descarta su { $leads } lead.
   *[other] También se descartan sus { $leads } leads.
}
own-fixes = { $fixes ->
    [one] También se descarta su { $fixes } corrección.
   *[other] También se descartan sus { $fixes } correcciones.
}
own-leads-and-fixes = También se descartan sus { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    } y { $fixes ->
    [one] { $fixes } corrección
   *[other] { $fixes } correcciones
    }.
empty = Lo inició { $person }; aún no tiene leads.
leads = { $leads ->
    [one] También se descarta { $leads } lead de { $person }.
   *[other] También se descartan { $leads } leads de { $person }.
}
fixes = { $fixes ->
    [one] También se descarta { $fixes } corrección de { $person }.
   *[other] También se descartan { $fixes } correcciones de { $person }.
}
leads-and-fixes = También se descartan { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    } y { $fixes ->
    [one] { $fixes } corrección
   *[other] { $fixes } correcciones
    } de { $person }.
can-be-undone = Puede deshacerlo durante { NUMBER($days) } días.
