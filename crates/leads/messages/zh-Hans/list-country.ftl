# The country in which the numbers of a list are dialled.
read-as = 此名单按{ $numbers }读取。
read-it-as = 按{ $numbers }读取
yes-read-as = 是，按{ $numbers }读取
nearly-all = 几乎所有号码都是{ $whose }号码（{ NUMBER($all) } 个中的 { NUMBER($count) } 个），而此账户属于{ $country }。账户选对了吗？
most = 大多数号码是{ $whose }号码（{ NUMBER($all) } 个中的 { NUMBER($count) } 个），而此账户属于{ $country }。账户选对了吗？
# Numbers of a country, and whose they are where the sentence has spoken of numbers.
numbers = { $whose }号码
numbers-of = { $country }号码
of-country = { $country }
philippine = 菲律宾
indonesian = 印度尼西亚
indian = 印度
mexican = 墨西哥
malaysian = 马来西亚
singaporean = 新加坡
thai = 泰国
vietnamese = 越南
colombian = 哥伦比亚
peruvian = 秘鲁
chilean = 智利
argentine = 阿根廷
brazilian = 巴西
chinese = 中国
