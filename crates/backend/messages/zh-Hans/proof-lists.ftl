# Do-not-call lists in the proof of a task.
list = 名单
