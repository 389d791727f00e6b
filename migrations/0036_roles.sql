-- Two roles more: who only looks on, and who prepares lists. `member` stays the word for those who have people called, and `admin` for
-- administrators. A process of the version before lets nobody in whose role it does not know. `users` is small and may be locked for as
-- long as this takes.
alter table users drop constraint users_role_check;
alter table users
    -- squawk-ignore constraint-missing-not-valid
    add constraint users_role_check check (role in ('viewer', 'preparer', 'member', 'admin'));
