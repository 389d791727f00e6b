-- What the companies of an account sell. Do-not-call lists and calling rules are of one sector, or of every.

-- `accounts` is small and may be locked for as long as this takes.
alter table accounts add column sector text not null default 'other' check (sector in ('finance', 'other'));
