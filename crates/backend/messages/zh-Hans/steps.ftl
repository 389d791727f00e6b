# Steps of a draft that can be undone. The English text is stored beside what a step is; of earlier versions there is only that.
cell = 第 { NUMBER($row, useGrouping: "false") } 行的{ $field }
cells = { NUMBER($cells) } 个单元格
leave-out-row = 剔除第 { NUMBER($row, useGrouping: "false") } 行
include-row = 重新纳入第 { NUMBER($row, useGrouping: "false") } 行
keep-row = 保留第 { NUMBER($row, useGrouping: "false") } 行
leave-out-refused = 剔除 { NUMBER($leads) } 条被拒绝的线索
replace = 在“{ $field }”中替换“{ $find }”
fixed-rows = 来自“{ $file }”的已修正行
erased = 已应请求清除
