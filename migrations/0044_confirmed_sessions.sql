-- When somebody last proved who they are within a session, and whether they never used this browser before. A small table: it may be locked
-- for as long as this takes.
alter table tower_sessions.session
    -- Null where they proved it at sign-in only.
    add column confirmed_at timestamptz,
    -- Whether the session began in a browser that was new, and nothing was confirmed in it since.
    add column is_new_device boolean not null default false;
