# Why something was not done with a draft, and what to do.
changed-meanwhile = 未执行：草稿已在另一个标签页中或被其他人更改。这是当前版本。
already-submitted = 此草稿已提交。请在“任务”中查看。
cannot-be-restored = 此草稿无法恢复：它已丢弃超过 { NUMBER($days) } 天，或者已提交。
too-many-cells = 一次最多可以粘贴 { NUMBER($cells, useGrouping: "false") } 个单元格。
text-too-long = 第 { NUMBER($row, useGrouping: "false") } 行的文字过长。请缩短到约 32,000 个字符。
too-many-rows-of-number = 有超过 { NUMBER($rows, useGrouping: "false") } 行使用此号码。请在“重复”中选择保留哪一行。
keeps-the-rule = 这些呼叫现在符合呼叫规则。未做任何更改。
choose-when = 请先选择呼叫时间。未做任何更改。
not-of-that-country = 未执行：此名单的大多数号码不属于该国家。未做任何更改。
file-is-gone = 文件已不再保存。请重新上传。
no-text-to-find = 请输入要查找的文字。
texts-too-long = 每段文字最多 { NUMBER($characters, useGrouping: "false") } 个字符。请缩短。
