-- What of the restore journal, a file outside of the database, this database has: after a restore from a backup the rest is applied again.

create table restore_journal_entries (
    -- The SHA-256 of the line in the file.
    digest bytea primary key,
    noted_at timestamptz not null
);

-- After a restore the person who took a number off may not be there. The version before reads the name of nobody as none.
-- squawk-ignore ban-drop-not-null
alter table do_not_call_removals alter column removed_by drop not null;
