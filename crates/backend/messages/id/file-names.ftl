# Names of files that are downloaded: without spaces, and in English of ASCII alone.
rows-to-fix = baris-yang-perlu-diperbaiki.{ $ending }
list-template = templat-daftar.{ $ending }
leads-as-sent = prospek-terkirim.{ $ending }
calls = panggilan-{ $moment }.{ $ending }
calls-of-task = panggilan-{ $task }-{ $moment }.{ $ending }
audit-log = log-audit.{ $ending }
proof = bukti-{ $task }.{ $ending }
