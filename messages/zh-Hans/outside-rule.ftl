given = { $by } 给出的理由：“{ $reason }”
give-a-reason = 要在呼叫规则之外呼叫，请说明理由。
give-a-reason-to-approve = 要在呼叫规则之外呼叫，请说明理由，并由另一人批准。
allowed-next = 下一个允许的时段：{ $window }。
source-confirmed = 来源：<source>{ $source }</source>。已确认。
source-not-confirmed = 来源：<source>{ $source }</source>。尚未经管理员确认。
reason = 理由
reason-hint = 理由会随任务一起保存。请勿填写任何人的姓名或号码。最多 500 个字符。
