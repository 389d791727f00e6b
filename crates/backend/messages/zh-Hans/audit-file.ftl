# Headers of the audit log as a file.
number = 编号
time = 时间 (UTC)
person = 人员
done-with = 操作途径
what = 操作
about = 对象
id = ID
outcome = 结果
address = 地址
browser = 浏览器
session = 会话
details = 详情
