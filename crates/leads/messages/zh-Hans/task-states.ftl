# States of tasks.
sending = 发送中
created = 已创建
calling = 呼叫中
finished = 已完成
unknown = 未知
absent = 未找到
partly-created = 部分已创建
refused = 被拒绝
not-sent = 未发送
given-up = 已放弃
