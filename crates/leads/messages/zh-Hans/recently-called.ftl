# A list whose numbers were all called recently.
all = 全部 { NUMBER($count) } 条线索在最近 { NUMBER($days) } 天内都呼叫过（任务<link>{ $name }</link>，{ $day }）。
all-and-others = 全部 { NUMBER($count) } 条线索在最近 { NUMBER($days) } 天内都呼叫过（任务<link>{ $name }</link>，{ $day }，以及另外 { NUMBER($others) } 个任务）。
none-ready = 没有就绪的线索：{ NUMBER($count) } 条在最近 { NUMBER($days) } 天内呼叫过（任务<link>{ $name }</link>，{ $day }）。
none-ready-and-others = 没有就绪的线索：{ NUMBER($count) } 条在最近 { NUMBER($days) } 天内呼叫过（任务<link>{ $name }</link>，{ $day }，以及另外 { NUMBER($others) } 个任务）。
