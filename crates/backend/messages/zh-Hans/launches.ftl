# Why nobody was called, or nothing was approved, and what to do.
nothing-submitted = 没有提交任何内容。
ask-somebody-else = 没有呼叫任何人：必须先由另一人批准。您更改过草稿，因此请让未更改过的启动者或管理员来批准。
not-as-shown = 没有呼叫任何人，也没有批准任何内容：将要发送的内容已与此页面显示的不同。请重新查看后再决定。
submitted-before-approval = 没有批准任何内容：此草稿已提交。
no-second-person-asked = 没有批准任何内容：此账户不要求另一人批准。
checked-again = 草稿已重新预检。请查看新结果后再提交。
leads-refused = AIRudder 拒绝了 { NUMBER($leads) } 条线索。请在启动页面提交其余线索，或修正后重新预检。
submitted-meanwhile = 已剔除 { NUMBER($leads) } 条线索：它们在预检之后提交的任务中。请重新预检。
listed-meanwhile = { NUMBER($numbers) } 个号码在预检之后被加入勿扰名单。请重新预检。
