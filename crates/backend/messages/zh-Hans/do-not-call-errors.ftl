# Why a do-not-call list is not kept, and a number not added, found or taken off.
choose-kind = 请选择名单的类型。
name-needed = 请为名单命名，最多 100 个字符。
choose-accounts = 请选择名单适用于哪些账户。
date-needed = 请输入名单的日期，例如 2026-11-28。
date-to-come = 此日期尚未到来。请输入名单的发布日期。
days-needed = 请填写 1 到 366 之间的天数。
keeps-kind = 名单的类型不能更改。请将其作为新名单上传。
older-than-replaced = 此名单的日期是 { $day }，而将被替换的名单更新，日期是 { $newer }。此后新增的号码将可以再次呼叫。如确需替换，请勾选“替换较新的名单”，并重新选择文件。
company-list-stays = 公司名单不能移除。请改为从中移除单个号码。
line-is-no-number = 第 { NUMBER($line, useGrouping: "false") } 行不是电话号码。请每行填写一个号码，包含国家代码（+62 …）。未添加任何号码。
number-needed = 请至少填写一个号码，或选择一个文件。
too-many-numbers = 号码超过 1,000 个。请改为选择包含这些号码的文件。
reason-needed = 请简要填写原因。
reason-too-long = 最多使用 300 个字符。
register-corrects-itself = { $name } 是官方登记名单，其中有哪些号码由它自己决定。请改为上传新版本。
not-on-list-any-more = 未做任何更改：号码已不在此名单中。
incomplete-number = 这不是完整的电话号码。请填写包含国家代码的号码（+62 …）。
