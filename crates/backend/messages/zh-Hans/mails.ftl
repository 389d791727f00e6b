# Mails with a one-time link, as plain text.
invitation-subject = 您已受邀使用 Coxswain
invitation =
    { $name }，您好：

    您已受邀使用 Coxswain。请打开此链接并设置密码：

    { $address }

    链接只能使用一次，24 小时后失效。请勿转发：任何持有此链接的人都能以您的身份登录。
    如果您不清楚此邮件的来由，请告知您的管理员。
reset-subject = 请为 Coxswain 设置新密码
reset =
    { $name }，您好：

    管理员已为您发起密码重置。请打开此链接并设置新密码：

    { $address }

    链接只能使用一次，一小时后失效。请勿转发：任何持有此链接的人都能以您的身份登录。
    如果您不清楚此邮件的来由，请告知您的管理员。
