# Calling rules: when people may be called, and what is said of calls outside of them.
# Days of the week in short.
monday = 周一
tuesday = 周二
wednesday = 周三
thursday = 周四
friday = 周五
saturday = 周六
sunday = 周日
every-day = 每天
days-from-to = { $first }至{ $last }
days-and = { $days }、{ $day }
hours = { $from }–{ $to }
end-of-day = 24:00
# A rule in a line.
rule = { $days } { $hours }
rule-by-every-clock = { $days } { $hours }，须同时满足{ $country }的所有时区
rule-without-holidays = { $days } { $hours }，节假日除外
rule-by-every-clock-without-holidays = { $days } { $hours }，须同时满足{ $country }的所有时区，节假日除外
# Its name in a sentence. The sectors are also told by themselves.
the-rule = { $country }（{ $sector }）的呼叫规则
the-rule-of-version = { $country }（{ $sector }）的呼叫规则，版本 { NUMBER($version) }
of-finance = 金融产品
of-other = 其他产品和服务
source-of-program = 我们自行决定，参照 47 CFR 64.1200（美国）
source-of-indonesia-finance = POJK 6/POJK.07/2022 第 25 条，据媒体报道（detik.com，2023 年 2 月 9 日）；已由 POJK 22/2023 取代，其中的对应条款未找到
source-of-indonesia = 我们自行决定：未找到现行规定。取接到电话不会感到意外的时段
source-of-india = 营销呼叫的时段，依据供应商的说法（conversailabs.com；kedeyo.com，2026 年 5 月）。TRAI，TCCCPR 2018：2025 年 2 月 12 日关于号段的修订，据媒体报道（hindustantimes.com，2025 年 2 月 17 日）
source-of-india-at-first = TRAI，TCCCPR 2018（2025 年 2 月 12 日修订），时段依据供应商和媒体的说法（hindustantimes.com，2025 年 2 月 17 日）
source-of-mexico = 我们自行决定：未找到现行规定。2019 年的一项法案要求限于周一至周五 08:00 至 19:00（senado.gob.mx，boletín 421）
source-of-philippines = 我们自行决定：未找到针对营销电话的现行规定（respicio.ph）
# What is wrong with calls.
outside = 部分呼叫可能不符合{ $rule }（{ $words }）。
too-early = { $place }的 { $at } 早于允许的时间。
too-early-of-batch = 批次 { NUMBER($batch, useGrouping: "false") }：{ $place }的 { $at } 早于允许的时间。
too-late = { $place }的 { $at } 晚于允许的时间。
too-late-of-batch = 批次 { NUMBER($batch, useGrouping: "false") }：{ $place }的 { $at } 晚于允许的时间。
redial-too-late = 最后一次重拨可能在{ $place }的 { $at }，晚于允许的时间。
redial-too-late-of-batch = 批次 { NUMBER($batch, useGrouping: "false") }：最后一次重拨可能在{ $place }的 { $at }，晚于允许的时间。
day = { $day }：规则不允许在{ $weekday }呼叫。
day-of-batch = 批次 { NUMBER($batch, useGrouping: "false") }：{ $day }，规则不允许在{ $weekday }呼叫。
holiday = { $day }是节假日：{ $name }。
holiday-of-batch = 批次 { NUMBER($batch, useGrouping: "false") }：{ $day }是节假日：{ $name }。
# What can be done, and where the rule comes from.
allowed-next = 下一个允许的时段：{ $window }。
no-window = 未来五天内没有允许的时间，而 AIRudder 不会安排更远的时间。
redials-too-long = 重拨持续的时间超过了呼叫规则允许的时段：请减少重拨次数，或缩短重拨间隔。
allowed-from = 下次允许呼叫的时间从 { $at } 开始。
allowed-from-in-new-task = 下次允许呼叫的时间从 { $at } 开始。要在那时呼叫，请用这些设置新建任务。
source = 来源：{ $source }。
holidays-missing = 缺少{ $country } { $year } 年的节假日。请添加。
holidays-unknown = { $year } 年的节假日尚不清楚：在这些日子呼叫会被视为允许。请管理员在“设置”的“呼叫规则”中添加。
# Whether a launch keeps the rule.
kept = 符合：{ $rule }
kept-not-confirmed = 符合：{ $rule }（未确认）
not-kept = 不符合：{ $rule }
not-kept-not-confirmed = 不符合：{ $rule }（未确认）
# When the calls of what begins at once are stopped.
calls-end = 最晚 { $at }。届时尚未呼叫的人不再呼叫。
# What is kept with a task: whether it kept the rule, and why somebody went on all the same.
was-kept = 符合：{ $rule }（版本 { NUMBER($version) }）
called-outside = 在规则之外呼叫：{ $rule }（版本 { NUMBER($version) }）。
called-outside-with-batch = 批次 { NUMBER($batch, useGrouping: "false") } 在规则之外呼叫：{ $rule }（版本 { NUMBER($version) }）。
reason = { $by }：“{ $reason }”
reason-approved = { $by }：“{ $reason }”，已由另一人批准
