# What a list is for.
purpose = 用途
source = 名单来源
legal-basis = 法律依据
