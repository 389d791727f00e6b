# Why a number is not erased.
being-sent = A batch with this number is being sent to AIRudder right now, or AIRudder has not confirmed it. Wait until it has a status, or decide about it on the page of its task, then erase the number again: until then it is not erased everywhere.
list-changed = A list with this number changed in this moment. Erase the number again: until then it is not erased everywhere.
in-receipt = What was erased until then is in its receipt, which says that it is not finished.
