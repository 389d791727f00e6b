# Why a text is not looked for.
characters = 搜索内容有 { NUMBER($found, useGrouping: "false") } 个字符。请缩短到 { NUMBER($most, useGrouping: "false") } 个。
words = 搜索内容有 { NUMBER($found, useGrouping: "false") } 个词。请最多使用 { NUMBER($most, useGrouping: "false") } 个。
