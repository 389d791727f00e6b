-- What the program may do only through functions of the schema's owner, so that its own role needs no right to it: tying an event to the one
-- before it, and having the database look at long lists. `from current` keeps the schema in which the functions were made.
alter function chain_event() security definer set search_path from current;

-- Looks at the columns by which leads are found. `analyze` is for the owner of a table alone.
create function analyze_leads() returns void language plpgsql security definer set search_path from current as $$
begin
    analyze leads (draft_id, row, kind, number);
end
$$;
revoke execute on function analyze_leads() from public;
