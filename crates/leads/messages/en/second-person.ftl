# What is said to somebody who would send a batch again, where somebody else has to.
by-somebody-else = Not sent: you changed the draft of this task, and the account asks for a second person. Ask a launcher or an administrator who did not change it to send it again.
outside-by-somebody-else = Not sent: outside of this calling rule only a second person sends a batch again, and you launched this task or changed its draft. Ask a launcher or an administrator who did neither.
