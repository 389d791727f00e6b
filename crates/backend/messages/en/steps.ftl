# Steps of a draft that can be undone. They are stored in English, and read back as the message.
cell = { $field } in row { NUMBER($row, useGrouping: "false") }
cells = { $cells ->
    [one] { $cells } cell
   *[other] { $cells } cells
}
leave-out-row = Leave out row { NUMBER($row, useGrouping: "false") }
include-row = Include row { NUMBER($row, useGrouping: "false") }
keep-row = Keep row { NUMBER($row, useGrouping: "false") }
leave-out-refused = Leave out { $leads ->
    [one] { $leads } refused lead
   *[other] { $leads } refused leads
}
replace = Replace “{ $find }” in { $field }
fixed-rows = Fixed rows from “{ $file }”
