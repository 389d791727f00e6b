# Short names that are chosen from: sectors, do-not-call lists, periods, when to call.
finance = 金融产品
other = 其他产品和服务
own = 公司名单
repep = REPEP（墨西哥，Profeco）
reus = REUS（墨西哥，Condusef）
ncpr = NCPR（印度，TRAI）
client = 客户的名单
today = 今天
last-days = 最近 { NUMBER($days) } 天
