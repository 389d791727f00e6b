-- The language of a person's pages and mails, and that of an account for people who have chosen none; null until somebody chooses. Tags as in
-- BCP 47. Both tables are small and may be locked for as long as this takes.
alter table users
    add column language text check (language in ('en', 'zh-Hans', 'es-MX', 'id'));
alter table accounts
    add column language text check (language in ('en', 'zh-Hans', 'es-MX', 'id'));
