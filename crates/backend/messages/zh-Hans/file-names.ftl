# Names of files that are downloaded: without spaces, and in English of ASCII alone.
rows-to-fix = 待修正的行.{ $ending }
list-template = 名单模板.{ $ending }
leads-as-sent = 已发送的线索.{ $ending }
calls = 呼叫-{ $moment }.{ $ending }
calls-of-task = 呼叫-{ $task }-{ $moment }.{ $ending }
audit-log = 审计日志.{ $ending }
proof = 证明-{ $task }.{ $ending }
