page-title = 审核：{ $name }
pages = 分页
pages-again = 分页（下方）
# The steps.
step-form = 名单和呼叫设置
step-review = 审核
step-check = 预检
step-submit = 提交
to-complete = 待完善
not-finished = 未完成
refused-word = 被拒绝
some-refused = { NUMBER($count) } 条被拒绝
# What can be done with the whole of it.
back-to-drafts = 返回草稿
replace-list = 更换名单
# What the grid says of saving.
saving = 正在保存…
saved = 已保存
offline = 未保存的更改：<count></count>。Coxswain 没有响应。正在重试…
signed-out = 您已退出登录。<link>在另一个标签页中登录</link>后，您的更改即会保存。
no-step = Coxswain 没有响应。请重新加载页面，查看该步骤是否已完成。
refused = 未保存。<reason></reason>请重新加载页面查看当前版本。
still-saving = 仍在保存。请稍后重试。
not-pasted = { $count } 个单元格未粘贴：本页放不下。
cell = { $column }，第 { $row } 行
# What goes on from here.
next-page-confirms = 尚不会呼叫任何人：请在下一页确认。
dry-run = 这是预检：不会创建任务，也不会呼叫任何人。
check-is-running = 正在预检。
complete-settings = 完善设置
check-again = 重新预检
check-with-airudder = 由 AIRudder 预检
submit = 提交 { NUMBER($count) } 条线索
# How many are called, and why the others are not.
nobody-yet = 目前还不能呼叫任何人
called = 将呼叫 { NUMBER($all) } 条中的 { NUMBER($called) } 条
with-errors = { NUMBER($count) } 条有错误
refused-by-airudder = { NUMBER($count) } 条被 AIRudder 拒绝
duplicates = { NUMBER($count) } 条重复
recent = { NUMBER($count) } 条在近期任务中
on-do-not-call-lists = { NUMBER($count) } 条在勿扰名单上
held-back = { NUMBER($count) } 条暂不呼叫
left-out = { NUMBER($count) } 条手动剔除
# All were called recently.
call-again = 再次呼叫
another-list = 选择其他名单
download-rows = 下载这 { NUMBER($count) } 行
# The check.
outdated-check = 草稿在预检之后有更改。请重新预检。
checking = 正在由 AIRudder 预检
calls-nobody = 这不会呼叫任何人。您可以离开此页。
cancel-check = 取消预检
check-failed = <strong>预检未完成。</strong>不会呼叫任何人。请一分钟后重新预检。
checked = 预检时间：<time>{ $moment }</time>。
checked-until = 预检时间：<time>{ $moment }</time>，<until></until>。
accepts-all = AIRudder 接受全部 { NUMBER($count) } 条线索。
show-refused = 显示 { NUMBER($count) } 条被拒绝的线索
refused-of = AIRudder 拒绝了 { NUMBER($total) } 条线索中的 { NUMBER($refused) } 条
fix-it = 请修正它，或提交时不包含它。
fix-them = 请修正它们，或提交时不包含它们。
refuses-whole-list = AIRudder 拒绝整份名单
change-settings-or-list = 请阅读它的说明，更改设置或名单，然后重新预检。
refuses-unnamed-lead = AIRudder 拒绝了一条未指明的线索
until-it-is-found = 在找到它并修正或剔除之前，不会呼叫任何人。
refuses-unnamed-leads = AIRudder 拒绝了一些未指明的线索
until-they-are-found = 在找到它们并修正或剔除之前，不会呼叫任何人。
would-refuse = AIRudder 会拒绝此任务
fix-named = 请修正 AIRudder 指出的问题，然后重新预检。
# Leads that AIRudder refuses without naming them.
looking-for-refused = 正在查找被拒绝的线索
search-takes = 将名单反复对半拆分预检，大约需要 { NUMBER($checks) } 次。这不会呼叫任何人。您可以离开此页。
find-it = 查找
find-them = 查找全部
finding-takes = 将名单反复对半拆分预检，大约需要 { NUMBER($checks) } 次。不会呼叫任何人。
unnamed = AIRudder 给出了 { NUMBER($count) } 个拒绝原因，但没有说明是哪些线索。
more-unnamed = AIRudder 另外给出了 { NUMBER($count) } 个拒绝原因，但没有说明是哪些线索。
found = 找到 { NUMBER($count) } 条线索。
no-single-lead = AIRudder 单独接受名单的每一部分，因此原因不在某一条线索。
checks = { NUMBER($checks) } 次预检
not-found = 经过 { $checks }，仍有 { NUMBER($count) } 条被拒绝的线索未找到。请修正已找到的线索，然后重新预检。
no-clear-answer = 查找未完成，因为 AIRudder 没有给出明确答复。
# Groups of problems.
problems = 问题
fixed-automatically = 已自动修正
# Columns.
columns = 列
matched-as-last-time = 按上次的方式匹配
columns-used = 使用 { NUMBER($all) } 列中的 { NUMBER($used) } 列
match-columns = 匹配列
no-numbers = 此名单没有任何列用作手机号，因此无法呼叫任何人。
nearly-all = { NUMBER($all) } 条线索中有 { NUMBER($count) } 条存在同一个问题：{ $problem }。使用的列正确吗？
in-every-row = 每行均为“{ $value }”
or-else = { $first }，否则 { $second }
# Which task it follows.
follows-calls = 此草稿根据 <link>{ $name }</link> 中的呼叫结果再次呼叫相关人员。
follows-task = 此草稿包含 <link>{ $name }</link> 的线索和修正。
refused-before = AIRudder 拒绝了其中 { NUMBER($count) } 条线索：相应的行说明了原因。
recent-left-out-too = 近期呼叫过的线索已剔除。
show-leads = 显示 { NUMBER($count) } 条线索
# The leads.
problem = 问题
leads-on-page = 本页的线索
row = 行
grid-help = 方向键：移动。Enter 或 F2：编辑。Tab：下一个问题。Esc：离开。Ctrl+Z：撤销。
beyond-end = 此页超出了末尾
only-matching = 只有 { NUMBER($count) } 条线索匹配。其他线索可能已在此期间修正。
last-page = 显示最后一页
no-leads = 没有线索
no-leads-text = 名单只有标题，没有数据行。请选择其他文件。
none-match = 没有匹配的线索
none-contains = 没有线索包含“{ $text }”。
clear-search = 清除搜索
all-fixed = 已全部修正
ready = { NUMBER($count) } 条线索已就绪。
no-leads-here = 这里没有线索
no-leads-here-text = 请选择上方的其他计数，或显示全部线索。
show-all = 显示全部线索
# The element is only read aloud.
row-number = <hidden>行号 </hidden>{ NUMBER($row, useGrouping: "false") }
in-the-file = 文件中：{ $text }
empty-in-the-file = 文件中：空
keep-this = 保留此条
keep-this-row = 保留此条：第 { NUMBER($row, useGrouping: "false") } 行
same-number = 与第 { NUMBER($row, useGrouping: "false") } 行号码相同
in-task = 在任务 <link>{ $name }</link> 中，{ $day }
lead-left-out = 手动剔除
on-do-not-call-list = 在勿扰名单上：{ $list }
# Makes a sentence of a few words.
sentence = { $words }。
error = 错误：{ $sentence }
warning = 警告：{ $sentence }
# Rows that are held back.
hold-back = 暂不呼叫
call-too = 也呼叫
# Counts of leads.
filter = 筛选线索
all = 全部
not-called-yet = 尚未呼叫
will-be-called = 将会呼叫
with-and-without-warnings = 有警告和无警告的
called-but-look = 会呼叫，但请查看
not-called-until-fixed = 修正前不呼叫
not-called = 不呼叫
in-earlier-task = 由 AIRudder 在先前的任务中拒绝
by-hand = 手动
in-the-list = 在名单中
first-is-called = 呼叫第一条
last-is-called = 呼叫最后一条
every-row-is-called = 每一行都呼叫
in-a-recent-task = 在近期任务中
within-days = { NUMBER($days) } 天内
# Questions.
do-not-call-lists = 勿扰名单
which-has-numbers = 哪一列是电话号码？
not-sure = Coxswain 不确定。在您选择之前，没有线索会就绪。
which-is = 哪一列是{ $field }？
several-fit = 有多列符合。在您选择之前，没有线索会就绪。
none-of-them = 都不是
use-column = 使用此列
no-column-for-it = 机器人会说 { $variable }，但此名单没有对应的列。
no-column-for-them = 机器人会说 { $variables }，但此名单没有对应的列。
choose-or-leave-empty = 请选择列，或将这些变量留空。在您选择之前，没有线索会就绪。
use-columns = 使用这些列
leave-empty = 留空
no-column = 没有列
second-numbers = “{ $header }”也包含电话号码（{ $samples }）。在第一个号码为空的行中，可以改为呼叫这一列的号码。
use-there = 在这些行中使用
# Numbers that come twice.
duplicates-setting = 重复
called-within = { NUMBER($days) } 天内呼叫过
are-left-out = 剔除
are-called-again = 再次呼叫
# The second element is only read aloud.
change-duplicates = <link>更改</link><hidden>重复线索的处理方式</hidden>
not-again-within = { NUMBER($days) } 天内不再呼叫
number-in-several-rows = 号码出现在多行时
save = 保存
all-rows-called = 每一行都会呼叫：有些人会被呼叫多次。
duplicates-left-out = 剔除了 { NUMBER($count) } 条重复线索。
days = { NUMBER($days) } 天
recent-left-out = 剔除了 { NUMBER($count) } 个号码：它们在最近 { $days }的任务中。
recent-called-again = 近期任务中的号码会再次呼叫。
search-leads = 搜索线索
# How the leads will be called.
settings = 设置
call = 呼叫
settings-to-complete = 设置待完善
# The element is only read aloud.
change-call = 更改<hidden>呼叫设置</hidden>
call-me-first = 先呼叫我
batches = 批次
split = { NUMBER($leads) } 条线索分 { NUMBER($batches) } 个批次：{ $sizes }。
one-batch-of = 1 批 { NUMBER($size) } 条
batches-of = { NUMBER($count) } 批，各 { NUMBER($size) } 条
# The file.
rows-of-it = 其中 { NUMBER($count) } 行
wrong-sheet = 工作表不对？
sheet = 工作表
other-encodings = 其他编码
letters-look-wrong = 文字显示不对？
choose-reading = 请选择显示正确的一行
read-again = 重新读取文件
header-row-choice = 第 { NUMBER($row, useGrouping: "false") } 行：{ $text }
no-headers = 没有标题：第一行就是线索
headers-elsewhere = 标题在其他行？
header-row = 标题行
fixes-are-lost = 重新读取文件会清除您的修正。
other-sheets = 此文件的其他工作表看起来也是线索，但不在此名单中：{ $sheets }。
sheet-with-rows = “{ $name }”（{ NUMBER($rows) } 行）
add-sheets = 添加这些工作表
# What works on all leads.
find-and-replace = 查找和替换
column = 列
find = 查找
replace-with = 替换为
find-cells = 查找单元格
rows-as-file = 将待修正的行导出为文件
fix-in-excel = 在 Excel 中修正，然后上传文件。只会替换这些行。
excel-workbook = Excel 工作簿
csv = CSV
fixed-file = 已修正的文件
upload-fixed = 上传已修正的行
# One step back, and forth again.
undo = 撤销
redo = 重做
nothing-undone = 没有撤销过任何操作。
nothing-changed = 尚未更改任何内容。
undo-what = 撤销：{ $what }
redo-what = 重做：{ $what }
