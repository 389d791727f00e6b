page-title = 账户
none-title = 您在任何账户中都没有角色
none = 请联系管理员为您分配角色，然后重新加载此页面。
load-again = 重新加载
tasks-today = 今天 { NUMBER($count) } 个任务
open-drafts = { NUMBER($count) } 份未提交的草稿
holidays-missing = 缺少 { $year } 年的节假日
