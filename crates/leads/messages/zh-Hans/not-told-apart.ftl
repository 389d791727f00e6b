# Calls that cannot be told apart.
why = 有几条线索以相同的备注发送，AIRudder 没有说明哪次呼叫属于谁。计数仍然正确。下次请为每条线索填写各自的备注，或将备注留空，由 Coxswain 填入编号。
