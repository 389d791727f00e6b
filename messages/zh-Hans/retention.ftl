page-title = 保留期限
explained = 此账户保留线索和呼叫的时间。超过该期限的内容将被删除，任何人都无法恢复。缩短期限会在几分钟内生效。
leads-and-calls = 线索和呼叫
save = 保存
saved = 保留期限已保存。
