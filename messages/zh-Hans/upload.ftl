# What is told of a file that was not taken.
list-not-saved = 名单未保存
file-not-accepted = 文件未被接受
failed = 上传失败
too-large-to-read = 文件太大，无法读取。上限为 64 MB：请拆分名单。
stopped = 上传在完成之前中断。请重试。
too-slow = 上传太慢，已被停止。请使用更快的网络，或拆分名单。
too-large = 文件大小为 { NUMBER($found) } MB。上限为 { NUMBER($most) } MB：请拆分名单，或另存为 CSV。
session-ended = 您的会话已结束，因此“{ $file }”未上传。请重新选择。
# Too many at once.
still-reading = Coxswain 仍在读取您的 { NUMBER($files) } 个文件。请等其中一个完成，然后重新选择此文件。
too-many = 您在一小时内已上传 { NUMBER($files) } 个文件，达到上限。请等待 { $wait }，然后重新选择此文件。
minutes = { NUMBER($minutes) } 分钟
busy = 其他人正在上传 { NUMBER($files) } 个文件。请等半分钟，然后重新选择此文件。
no-room = 服务器磁盘已满，无法上传文件。请告知您的管理员。
