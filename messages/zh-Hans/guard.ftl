session-ended = 您的会话已结束。请重新登录。
session-ended-nothing-done = 您的会话已结束，因此未执行任何操作。请登录后重试。
session-ended-form-kept = 您的会话已结束。您填写的内容已保留：请登录以继续。
session-ended-file-lost = 您的会话已结束。您填写的内容已保留：请登录以继续。仅需重新选择文件。
no-account-title = 重新加载页面
no-account = 此表单未注明所属账户。未做任何更改。请重新加载其页面。
