page-title = Retention
explained = How long this account keeps leads and calls. What is older than that is deleted, and nobody can bring it back. A shorter time takes effect within minutes.
leads-and-calls = Leads and calls
save = Save
saved = Retention saved.
