-- A reason to call outside of a calling rule is bound to what was outside of it when somebody wrote it. A reason without any, as the version
-- before writes it, holds for nothing: it has to be given again. `calling_overrides` is small and may be locked for as long as this takes.
alter table calling_overrides
    add column kinds jsonb not null default '[]';
