# Why a calling rule or a holiday is not saved.
changed-meanwhile = 在此期间他人更改了此规则。未保存任何内容：请重新查看。
already-a-holiday = 这一天已是节假日。如需重新命名，请先将其移除。
