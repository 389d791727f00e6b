# What is said to somebody who would send a batch again, where somebody else has to.
by-somebody-else = 未发送：您更改过此任务的草稿，而账户要求由另一人操作。请让未更改过草稿的启动者或管理员重新发送。
outside-by-somebody-else = 未发送：在此呼叫规则之外，只有另一人才能重新发送批次，而您启动过此任务或更改过其草稿。请让两者都没做过的启动者或管理员操作。
