language = 语言
by-browser = 跟随浏览器
hint = 在任何浏览器中，页面和邮件都使用该语言。
save = 保存语言
