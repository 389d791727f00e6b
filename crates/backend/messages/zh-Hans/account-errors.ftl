# Why an account or its credentials are not saved, and what is said of its do-not-call lists.
not-kept-apart = 数据库无法将各账户隔开，因为 Coxswain 以表的所有者或超级用户身份登录数据库。请先为 Coxswain 设置专用的数据库角色：coxswain migrate --application-role。
key-in-use = 另一个账户已在使用此密钥。请输入此账户自己的密钥。
sandbox-has-no-credentials = 沙盒没有凭据。未做任何更改。
nothing-saved = 未保存任何内容。
key-of-other-account = 此密钥属于另一个 AIRudder 账户：它没有此账户的任何机器人。未保存任何内容。
enter-app-key = 请输入 App Key。
enter-app-secret = 请输入 App Secret。
malformed-app-key = 这不是有效的 App Key。请从 AIRudder 重新复制，不要带空格。
malformed-app-secret = 这不是有效的 App Secret。请从 AIRudder 重新复制，不要带空格。
outdated-list = { $name }（{ $day }）
outdated-lists = 有 { NUMBER($count) } 份勿扰名单已过期：{ $lists }。请上传新版本。
