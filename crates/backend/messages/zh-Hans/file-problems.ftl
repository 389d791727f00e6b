# Why a file that came with a form was not taken.
not-read = Coxswain 正在读取其他名单，没有读取此文件。请一分钟后重新选择。
discarded = 此草稿已被丢弃，因此未保存任何内容。您填写的内容还在这里：请重新选择文件并提交，或在“草稿”中恢复该草稿。
no-list = 请选择名单。
