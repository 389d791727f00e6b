page-title = 新建任务
like = 新建任务，参照 <em>{ $task }</em>
back-to-task = 返回该任务
nobody-called = 在您预检并提交之前，不会呼叫任何人。
# The list.
list = 名单
drop = <none>把名单拖到这里</none><kept>更换：把另一份名单拖到这里</kept>，或选择文件
list-hint = CSV、TSV、Excel 或 OpenDocument 文件。最大 64 MB，最多 200,000 条线索。
# Said by the script about a file that is chosen.
file-too-large = “{ $file }”大小为 { $size }。上限为 64 MB：请拆分名单，或另存为 CSV。
read-list = 读取名单
uploading = 正在上传并读取您的名单，可能需要几秒钟。
upload-progress = 上传进度
# Stands behind a number: “50 % sent”.
percent-sent = % 已上传
# Said by the script where something goes wrong on the way.
unreachable = 无法连接 Coxswain。您填写的内容和文件仍在这里：请确认网络正常，然后再次按“审核线索”。
signed-out = 您的会话已结束，之后的内容不再保存。您填写的内容和文件仍在这里：请按“审核线索”并登录。
broken-off = 上传“{ $file }”时连接中断。文件在您选择之后可能被更改或移动，也可能是 Coxswain 前面的代理拒绝这么大的文件。您填写的内容仍在这里：请重新选择文件，然后按“审核线索”。如果再次发生，请告知您的管理员。
too-large = Coxswain 前面的服务器拒绝了这么大的文件（413），因此 Coxswain 没有收到。您填写的内容和文件仍在这里。请告知您的管理员：Coxswain 的 README 说明了代理必须放行的内容。在此之前，请拆分文件。
not-waited = Coxswain 前面的服务器没有等到 Coxswain 的答复（{ $status }）。您填写的内容和文件仍在这里。Coxswain 可能仍在读取名单：请一分钟后先到“草稿”中查看，再决定是否重新上传。
not-ours = Coxswain 前面的服务器代替它作了答复（{ $status }）。您填写的内容和文件仍在这里。请再次按“审核线索”。如果再次发生，请告知您的管理员。
# The list that is kept.
leads = { NUMBER($count) } 条线索
columns-used = 使用了名单中的 { NUMBER($count) } 列
not-sure = Coxswain 不确定每一列的含义。在线索就绪之前会向您询问。
rows-to-fix = { NUMBER($count) } 行待修正
nothing-to-fix = 名单中没有需要修正的内容。
saved-in-draft = { $file } 已保存为草稿：{ $leads }，{ $rows }。
# What the task is.
details = 任务详情
robot = 机器人
choose-robot = 选择机器人
robots-used-last = 最近使用
language-not-given = 未注明语言
line = 线路
choose-line = 选择线路
no-lines = 还没有线路。请让管理员在“设置”中添加。
name = 任务名称
name-hint = AIRudder 会显示此名称，并附上使其唯一的代码。最多 { NUMBER($most) } 个字符。留空则以名单命名。
platform = 平台
platform-hint = 未注明品牌或应用的线索所用的品牌或应用。最多 20 个字符。
mode = 模式
language = 语言
variables = 变量
no-variables = 无
about-robot = 关于此机器人
download-template = 下载其模板
variables-of-each = 每个机器人的变量
filled-notes = 没有备注的线索在发送时会加上一个简短编号，以便区分各自的结果。管理员可以在“设置”中关闭此功能。
purpose = 名单的用途
purpose-asked = 呼叫规则要求填写全部三项。
do-not-call = 使用 AIRudder 的勿扰名单
do-not-call-hint = AIRudder 不会呼叫其勿扰名单上的号码。
advanced = 高级
asynchronous = 让 AIRudder 在后台创建任务
asynchronous-hint = AIRudder 会在接受所有号码之前就答复。仅在 AIRudder 同意后使用。
stop-percent = 触达率低于此值时停止（%）
stop-percent-hint = 以已拨打的线索计算。两项都留空则呼叫全部线索。
stop-calls = 在多少次呼叫之后
stop-calls-hint = 正在进行的呼叫在结束后计入。任务页面会说明何时停止。
# When to call.
when-to-call = 呼叫时间
time-in = 时间采用 { $zone }
now-hint = 提交后立即开始呼叫。结束时间由 AIRudder 决定。
later-hint = 选择日期和时间。
choose-day = 选择日期
choose-time = 选择时间
start = 开始
opens-at = 开始时间
end = 结束
closes-at = 结束时间
end-hint = 至少在开始后 30 分钟，最晚 { $latest }。跨多天的时段包括夜间。
calling-rule = 呼叫规则：{ $rule }。
move-to = 改到 { $time }
redials = 重拨
redials-hint = 无人接听时 AIRudder 再次呼叫的次数。0 到 15。
redial-minutes = 重拨间隔（分钟）
redial-minutes-hint = 0 到 30。
stagger = 批次间隔（分钟）
stagger-hint = 此名单分 { NUMBER($batches) } 个批次发送。0：所有批次同时开始。30：每个批次比前一个晚 30 分钟开始。选择“{ $now }”时，您可以停止尚未发送的批次。
# What the task will be, and the way on.
summary = 摘要
when = 时间
not-chosen = 尚未选择
review = 审核线索
check = 由 AIRudder 预检
saved-once-chosen = 选择名单后，它会保存为草稿。
saved = 已保存为草稿
# What is told once the form was sent.
time-changed = 呼叫时间已更改。
replaced = 您的版本替换了较新的版本，该版本是在另一个标签页中或由其他人保存的。请先比较再继续。
