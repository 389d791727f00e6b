# A list whose numbers were all called recently.
all = { $count ->
    [one] Se llamó al lead
   *[other] Se llamó a los { $count } leads
    } hace menos de { $days ->
    [one] { $days } día
   *[other] { $days } días
    }, en <link>{ $name }</link> ({ $day }).
all-and-others = { $count ->
    [one] Se llamó al lead
   *[other] Se llamó a los { $count } leads
    } hace menos de { $days ->
    [one] { $days } día
   *[other] { $days } días
    }, en <link>{ $name }</link> ({ $day }) y { $others ->
    [one] { $others } tarea más
   *[other] { $others } tareas más
    }.
none-ready = Ningún lead está listo: se llamó a { NUMBER($count) } hace menos de { $days ->
    [one] { $days } día
   *[other] { $days } días
    }, en <link>{ $name }</link> ({ $day }).
none-ready-and-others = Ningún lead está listo: se llamó a { NUMBER($count) } hace menos de { $days ->
    [one] { $days } día
   *[other] { $days } días
    }, en <link>{ $name }</link> ({ $day }) y { $others ->
    [one] { $others } tarea más
   *[other] { $others } tareas más
    }.
