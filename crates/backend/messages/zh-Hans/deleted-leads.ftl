# What is said where the leads of a task are asked for that were deleted.
deleted = 此任务的线索和呼叫已于 { $day } 删除，因为已超过账户的保留期限。其统计数据保留在任务页面上。
