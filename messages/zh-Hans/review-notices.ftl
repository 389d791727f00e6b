# What is told of changes to the leads of a draft.
nothing-to-change = 没有需要更改的内容。
leads-changed = 已更改 { NUMBER($count) } 条线索。
not-found = “{ $field }”中没有单元格包含“{ $find }”。
replaced = 已在“{ $field }”的 { NUMBER($count) } 个单元格中替换“{ $find }”。
kept = 保留第 { NUMBER($row, useGrouping: "false") } 行，剔除号码相同的其他 { NUMBER($others, useGrouping: "false") } 行。
choose-file = 请选择含已修正行的文件。
# Read aloud once leads have been changed on the page.
row-status = 第 { NUMBER($row, useGrouping: "false") } 行：{ $status }。
nothing-left = 没有需要修正的内容了。
page-unchanged = 本页没有变化。
rows-updated = 已更新 { NUMBER($count) } 行。
# What is told of one lead.
row-saved = 第 { NUMBER($row, useGrouping: "false") } 行已保存。
row-left-out = 第 { NUMBER($row, useGrouping: "false") } 行已剔除。
row-included = 第 { NUMBER($row, useGrouping: "false") } 行已重新纳入。
undone = 已撤销：{ $step }。
redone = 已重做：{ $step }。
# What is told of a draft.
approved = 已批准。在有任何更改之前，每位启动者都可以在此页开始呼叫。
check-cancelled = 预检已取消。
checked-again = 重复线索的处理方式已保存。将重新预检。
discarded = { $draft } 已丢弃。
restored = { $draft } 已恢复。
file-read-again = 文件已重新读取。之前的修正已不存在。
