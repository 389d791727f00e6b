# What is done to all leads of a group at once: on its button, and once it is done.
add-plus = 为 { NUMBER($count) } 个号码加上 +
add-code = 为 { NUMBER($count) } 个号码加上 +{ $code }
repair-names = 修复 { NUMBER($count) } 个姓名的乱码
repair-platforms = 修复 { NUMBER($count) } 个平台名称的乱码
repair-texts = 修复“{ $field }”中 { NUMBER($count) } 个文本的乱码
strip-names = 移除 { NUMBER($count) } 个姓名里的符号
strip-platforms = 移除 { NUMBER($count) } 个平台名称里的符号
strip-texts = 移除“{ $field }”中 { NUMBER($count) } 个文本里的符号
shorten-names = 将 { NUMBER($count) } 个姓名缩短到 { NUMBER($allowed, useGrouping: "false") } 个字符
shorten-platforms = 将 { NUMBER($count) } 个平台名称缩短到 { NUMBER($allowed, useGrouping: "false") } 个字符
shorten-comments = 将 { NUMBER($count) } 条备注缩短到 { NUMBER($allowed, useGrouping: "false") } 个字符
empty-placeholders = 清空“{ $field }”中的 { NUMBER($count) } 个占位内容
empty-errors = 清空“{ $field }”中的 { NUMBER($count) } 个错误值
empty-gender = 清空 { NUMBER($count) } 行的性别
use-tasks-robot = { NUMBER($count) } 行改用任务的机器人
# The button stands at its group, which it need not name.
leave-out = 剔除 { NUMBER($count) } 行
leave-out-group = 剔除 { NUMBER($count) } 行（{ $group }）
include = 重新纳入 { NUMBER($count) } 行
# What is told once it is done.
cut = 已缩短 { NUMBER($rows) } 行的“{ $field }”。
cleared = 已清空 { NUMBER($rows) } 行的“{ $field }”。
corrected = 已修正 { NUMBER($rows) } 行的“{ $field }”。
stripped = 已移除 { NUMBER($rows) } 行“{ $field }”中的符号。
left-out = 已剔除 { NUMBER($rows) } 行（{ $group }）。
included = 已重新纳入 { NUMBER($rows) } 行。
