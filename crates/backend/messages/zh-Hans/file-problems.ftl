# Why a file that came with a form was not taken.
not-read = Coxswain 正在读取其他名单，没有读取此文件。请一分钟后重新选择。
discarded = 此草稿已被丢弃，因此未保存任何内容。您填写的内容还在这里：请重新选择文件并提交，或在“草稿”中恢复该草稿。
no-list = 请选择名单。
# Too many at once.
still-reading = Coxswain 仍在读取您的 { NUMBER($files) } 个文件。请等其中一个完成，然后重新选择此文件。
too-many = 您在一小时内已上传 { NUMBER($files) } 个文件，达到上限。请等待 { $wait }，然后重新选择此文件。
minutes = { NUMBER($minutes) } 分钟
busy = 其他人正在上传 { NUMBER($files) } 个文件。请等半分钟，然后重新选择此文件。
no-room = 服务器磁盘已满，无法上传文件。请告知您的管理员。
# Why is stored in a way that only a later version knows.
of-later-version = 上一个文件未被接受。请重新选择该文件以查看原因。
