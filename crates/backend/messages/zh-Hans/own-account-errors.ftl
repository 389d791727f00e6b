# What is said of one's own session, password and second factors.
session-ended-meanwhile = 您的会话已在此期间结束。请重新登录。
session-ended-already = 此会话已经结束。
other-password = 这不是您当前的密码。请重新输入。
password-changed-meanwhile = 您的密码已在此期间更改。请使用新密码登录。
confirm-first = 未做任何更改：请先确认是您本人，然后重试。
factor-owed = 您需要第二重验证。请先设置。
codes-need-factor = 请先设置第二重验证：恢复码用于代替它。
factor-removed-already = 此第二重验证已被移除。
factor-needed-by-role = 您需要第二重验证。请先添加另一个，再移除这一个。
factor-needed-by-password = 没有第二重验证时，您的密码至少需要 15 个字符。请先更改密码，再移除此第二重验证。
