# Names of files that are downloaded: without spaces, and in English of ASCII alone.
rows-to-fix = rows-to-fix.{ $ending }
list-template = list-template.{ $ending }
leads-as-sent = leads-as-sent.{ $ending }
calls = calls-{ $moment }.{ $ending }
calls-of-task = calls-{ $task }-{ $moment }.{ $ending }
audit-log = audit-log.{ $ending }
proof = proof-{ $task }.{ $ending }
