# A list whose numbers were all called recently.
all = { $count ->
    [one] The lead was
   *[other] All { $count } were
    } called within { $days ->
    [one] { $days } day
   *[other] { $days } days
    }, in <link>{ $name }</link> ({ $day }).
all-and-others = { $count ->
    [one] The lead was
   *[other] All { $count } were
    } called within { $days ->
    [one] { $days } day
   *[other] { $days } days
    }, in <link>{ $name }</link> ({ $day }) and { $others ->
    [one] { $others } other task
   *[other] { $others } other tasks
    }.
none-ready = No lead is ready: { $count ->
    [one] { $count } was
   *[other] { $count } were
    } called within { $days ->
    [one] { $days } day
   *[other] { $days } days
    }, in <link>{ $name }</link> ({ $day }).
none-ready-and-others = No lead is ready: { $count ->
    [one] { $count } was
   *[other] { $count } were
    } called within { $days ->
    [one] { $days } day
   *[other] { $days } days
    }, in <link>{ $name }</link> ({ $day }) and { $others ->
    [one] { $others } other task
   *[other] { $others } other tasks
    }.
