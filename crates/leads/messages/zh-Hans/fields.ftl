# Fields of a lead, as screens and templates name them.
customer = 客户
mobile = 手机号
platform = 平台
comments = 备注
robot = 机器人
gender = 性别
extra-a = ExtraA
extra-b = ExtraB
extra-c = ExtraC
