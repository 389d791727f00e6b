# Kinds of leads: of one lead, and of all of them.
ready = 就绪
warning = 警告
warnings = 警告
to-fix = 待修正
rows-to-fix = 待修正的行
duplicate = 重复
duplicates = 重复
recent = 在近期任务中
do-not-call = 勿扰
held-back = 暂不呼叫
left-out = 已剔除
keep-first = 保留第一条
keep-last = 保留最后一条
keep-all = 全部保留
