-- What a sheet says of its rows beside their cells: hidden, struck through, of another shape; null where it says nothing.
alter table leads
    add marks jsonb,
    drop constraint leads_kind_check,
    add constraint leads_kind_check
        check (kind in ('ready', 'doubtful', 'to_mend', 'duplicate', 'recent', 'held_back', 'left_out'));
alter table leads alter marks set statistics 0;

alter table drafts
    add held_back integer not null default 0,
    -- Why rows are no longer held back: a person said that they are to be called.
    add released jsonb not null default '[]',
    -- The variables of the robot, by which its leads were judged.
    add variables jsonb not null default '[]',
    -- What the numbers have in common: the countries to which they belong, whether several were rounded.
    add numbers jsonb not null default '{}';
