# Where a number of a do-not-call list comes from.
upload = 通过文件上传
hand = 手动添加
result = 在呼叫中提出
erasure = 清除号码时保留
