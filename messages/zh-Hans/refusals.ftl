# What a request is told that gets no page: from elsewhere, to another address, too large, or too late.
wrong-address = 地址错误
not-here = Coxswain 不在此地址。请打开 { $address }。如果此地址正确，管理员需要将 COXSWAIN_PUBLIC_URL 设置为该地址，且 Coxswain 前面的代理必须转发主机名。
from-elsewhere = 未做任何更改：此表单来自其他网站，或来自未说明来源的程序。请打开 Coxswain 后重试。
too-large = 表单内容过大。
too-slow = 表单未能及时送达。
incomplete = 表单有一部分未送达。
took-too-long = 耗时过长
stopped = Coxswain 过于繁忙，已停止您请求的操作。请等待一分钟，先检查操作是否已完成，再决定是否重试。
too-busy = Coxswain 过于繁忙。请等待一分钟，然后重新加载页面。
reference = { $sentence }参考编号：{ $reference }。
