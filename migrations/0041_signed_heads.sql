-- The end of the audit log, once an hour while entries come, signed with a key that is not in the database. The same line stands in the
-- program's log: who rewrites the audit log cannot sign it anew, and cannot reach the logs that were taken away.
create table audit_log_signed_heads (
    number bigint primary key,
    hash bytea not null,
    signature bytea not null,
    signed_at timestamptz not null
);
create trigger audit_log_signed_heads_never_change before update or delete or truncate on audit_log_signed_heads
    for each statement execute function audit_log_never_changes();
