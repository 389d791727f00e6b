# Steps of a draft that can be undone. The English text is stored beside what a step is; of earlier versions there is only that.
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
# Of a step that named a number which was erased since.
erased = Erased on request
