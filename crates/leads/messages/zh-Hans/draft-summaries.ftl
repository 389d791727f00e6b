# What a draft is called, and what is asked before it is discarded.
untitled = 未命名草稿
quoted = “{ $draft }”
discard = 丢弃“{ $draft }”？
own-empty = 由您创建，尚无线索。
own-leads = 您的 { NUMBER($leads) } 条线索也会一并丢弃。
own-fixes = 您的 { NUMBER($fixes) } 处修正也会一并丢弃。
own-leads-and-fixes = 您的 { NUMBER($leads) } 条线索和 { NUMBER($fixes) } 处修正也会一并丢弃。
empty = 由 { $person } 创建，尚无线索。
leads = { $person } 的 { NUMBER($leads) } 条线索也会一并丢弃。
fixes = { $person } 的 { NUMBER($fixes) } 处修正也会一并丢弃。
leads-and-fixes = { $person } 的 { NUMBER($leads) } 条线索和 { NUMBER($fixes) } 处修正也会一并丢弃。
can-be-undone = { NUMBER($days) } 天内可以撤销。
