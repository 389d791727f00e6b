# What is said beside the input of a new password.
hint = 至少 { NUMBER($least) } 个字符。一个短句就很好。
hint-beside-factor = 您已有第二重验证，因此至少 { NUMBER($least) } 个字符即可。一个短句就很好。
