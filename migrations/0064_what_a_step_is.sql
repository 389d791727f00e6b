-- What a step of a draft is that can be undone: its kind and what is told of it, so that it is told in the language of whoever looks. Its
-- label stays the English sentence: steps of before have only that, and the version before reads it.
alter table steps
    add column what jsonb;

-- Only the erasure of a number changes a label. The version before clears the label alone, while the number may stand in `what`, too.
create function forget_what_a_step_is() returns trigger language plpgsql as $$
begin
    new.what := null;
    return new;
end
$$;
create trigger steps_are_forgotten before update of label on steps for each row execute function forget_what_a_step_is();
