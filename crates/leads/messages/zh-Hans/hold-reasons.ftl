# Rows that are held back, by why: so long as they are, and once a person has said that they are called.
hidden = { NUMBER($rows) } 行在表格中被隐藏，不会呼叫。
hidden-called = 在表格中被隐藏的行也会呼叫。
struck-through = { NUMBER($rows) } 行带有删除线，不会呼叫。
struck-through-called = 带有删除线的行也会呼叫。
do-not-call = { NUMBER($rows) } 行注明不要呼叫，不会呼叫。
do-not-call-called = 注明不要呼叫的行也会呼叫。
no-consent = { NUMBER($rows) } 行没有同意记录，不会呼叫。
no-consent-called = 没有同意记录的行也会呼叫。
status = { NUMBER($rows) } 行注明已结案，不会呼叫。
status-called = 注明已结案的行也会呼叫。
