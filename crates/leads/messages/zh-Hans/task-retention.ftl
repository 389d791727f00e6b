# For how long a task keeps its leads and calls.
not-chosen = 无限期保留：此账户尚未选择线索和呼叫保留多久。
after-last-call = 线索和呼叫会在最后一次呼叫 { NUMBER($days) } 天后删除。
until = 线索和呼叫将于 { $day } 删除。统计数据会保留。
deleted = 线索和呼叫已于 { $at } 删除，因为已超过账户的保留期限。统计数据会保留。
