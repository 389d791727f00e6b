-- What the program may do only through functions of the schema's owner, so that its own role needs no right to it: tying an event to the one
-- before it, and having the database look at long lists.

-- Looks at the columns by which leads are found. `analyze` is for the owner of a table alone.
create function analyze_leads() returns void language plpgsql security definer as $$
begin
    analyze leads (draft_id, row, kind, number);
end
$$;

-- They find names in this schema first, and among the temporary tables of whoever calls them last: those would otherwise come before the
-- tables that are meant. Nobody makes a trigger of their own out of one.
do $$
declare
    called text;
begin
    foreach called in array array['chain_event()', 'analyze_leads()'] loop
        execute format('alter function %s security definer set search_path = %I, pg_temp', called, current_schema());
        execute format('revoke execute on function %s from public', called);
    end loop;
end
$$;
