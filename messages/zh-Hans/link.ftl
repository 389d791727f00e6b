broken-title = 此链接无效
choose-password = 设置您的密码
accept-invitation = 接受邀请
choose-new-password = 设置新密码
change-password = 更改密码
name = 姓名
email = 电子邮箱
password = 密码
