# What is told of a file that was not taken.
list-not-saved = 名单未保存
file-not-accepted = 文件未被接受
failed = 上传失败
too-large-to-read = 文件太大，无法读取。上限为 64 MB：请拆分名单。
stopped = 上传在完成之前中断。请重试。
too-slow = 上传太慢，已被停止。请使用更快的网络，或拆分名单。
session-ended = 您的会话已结束，因此“{ $file }”未上传。请重新选择。
