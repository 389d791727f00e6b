# Why no follow-up was made of a task, and what happened to its people.
nobody-chosen = 没有创建草稿：请选择再次呼叫谁。
nobody-left = 没有创建草稿：您选择的分组中没有剩下任何人。以下仍会剔除：在此任务或其他任务中表示不要呼叫；在此任务或其他任务中号码错误；号码已由人工取消；在另一个正在呼叫的任务中；在之前的跟进中已触达或有意向。
undecided = 没有创建草稿：此任务有一个批次尚无结果。请等待结果，或对其作出决定，以免有人接到两次呼叫。
followed-already = 没有创建草稿：已有另一个任务跟进此任务。请改为打开那个任务。
all-created = 没有创建草稿：此任务的每个批次都已创建。
# What happened to the people of a task that was refused, or created in part.
wait-for-results = { NUMBER($leads) } 条线索不会呼叫。每个批次都有结果后，您可以在这里重新发送。
some-called = 共 { NUMBER($all) } 条线索，呼叫 { NUMBER($called) } 条，{ NUMBER($others) } 条不呼叫。
refused-leads = AIRudder 拒绝了 { NUMBER($all) } 条线索中的 { NUMBER($refused) } 条，因此不会呼叫任何人。
refused = AIRudder 拒绝了此任务，因此不会呼叫任何人。
