-- A history of many tasks, for the first account of a database that has one and somebody in it: `seed.tasks` of them, spread over
-- the three years before `seed.until`, oldest first. The same settings make the same history. It needs a superuser, who may leave
-- the triggers and foreign keys out: a million tasks take one or two minutes with that.
--
-- Left out: the sheets with their leads, the numbers that were called, the parts of the checks, and the events of each task.
begin;
set local session_replication_role = replica;
set local synchronous_commit = off;
set local maintenance_work_mem = '512MB';
set local work_mem = '128MB';

-- What is drawn for the task of that number: one of so many, the same every time.
create function pg_temp.drawn(task bigint, salt bigint, choices integer) returns integer immutable language sql as $$
    select ((hashint8extended(task, salt) & 2147483647) % choices)::integer
$$;
create function pg_temp.one_of(task bigint, salt bigint, words text[]) returns text immutable language sql as $$
    select words[1 + pg_temp.drawn(task, salt, cardinality(words))]
$$;

do $$
begin
    if not exists (select from accounts) or not exists (select from users) then
        raise exception 'set Coxswain up first: an account and a person are needed';
    end if;
end
$$;

insert into users (id, email, name, role, password_hash, created_at)
select md5('colleague ' || number)::uuid, 'colleague-' || number || '@example.com', name, 'member', '-', now()
from unnest(array['Budi Santoso', 'Siti Rahayu', 'Dewi Lestari', 'Agus Prabowo', 'Andrea Bautista', 'José Rizal', 'Nguyen Thi Lan',
    'Somchai Jaidee', 'Priya Sharma', 'Wei Ling Tan', 'Maria Santos', 'Rizky Pratama']) with ordinality as people (name, number)
on conflict do nothing;

create temporary table seeded on commit drop as
with account as (select id, name from accounts order by created_at, id limit 1),
people as (select array_agg(id order by id) as ids, array_agg(name order by id) as names from users),
span as (
    select current_setting('seed.tasks')::bigint as tasks,
        coalesce(nullif(current_setting('seed.until', true), '')::timestamptz, now()) as until,
        -- A second history goes on counting where the first one ended: names at the provider are never the same.
        (select count(*) from tasks) as before),
numbered as (
    select number + before as number, until - interval '3 years' * ((tasks - number)::float / tasks) as at
    from span, generate_series(1, tasks) as number),
drawn as (
    select number, at, 1 + pg_temp.drawn(number, 1, cardinality(ids)) as person,
        case
            -- What is still to be sent is new.
            when number > (select before + tasks from span) - 20 and pg_temp.drawn(number, 2, 2) = 0 then 'sending'
            else (array['calling', 'created', 'created', 'refused', 'refused', 'partly_created', 'not_sent', 'given_up', 'unknown', 'absent'])
                [1 + pg_temp.drawn(number, 3, 100)]
        end as state,
        pg_temp.one_of(number, 4, array['Weekly reminder', 'Payment reminder', 'Ramadan promo', 'Driver survey', 'Win-back', 'Onboarding',
            'Loan offer', 'Policy renewal', 'Delivery notice', 'Top-up bonus', 'Referral', 'Feedback', 'Payday sale', 'Card activation',
            'Insurance trial', 'New year gift']) as campaign,
        pg_temp.one_of(number, 5, array['Jakarta', 'Surabaya', 'Bandung', 'Medan', 'Makassar', 'Manila', 'Cebu', 'Davao', 'Bangkok',
            'Chiang Mai', 'Hanoi', 'Da Nang', 'Kuala Lumpur', 'Penang', 'Mumbai', 'Pune', 'Delhi', 'Singapore']) as city,
        pg_temp.one_of(number, 6, array['gold', 'silver', 'dormant', 'new users', 'drivers', 'merchants', 'VIP', 'prepaid']) as segment,
        pg_temp.one_of(number, 7, array['Fleet survey EN-IN', 'Collections ID', 'Promo ID friendly', 'Promo PH Taglish', 'Renewal TH',
            'Onboarding VN', 'Reminder MS', 'Delivery EN', 'Loyalty ID', 'Feedback EN-PH', 'Activation TH', 'Telesales ID']) as robot,
        pg_temp.one_of(number, 8, array['ID_PHONE_JKT', 'ID_PHONE_SUB', 'PH_MNL_1', 'TH_BKK_2', 'VN_HAN_1', 'IN_MUM_3']) as line,
        20 + pg_temp.drawn(number, 9, 4980) as leads, translate(md5('suffix ' || number), '01', 'gz') as random
    from numbered, people)
select number, at, ids[person] as person, names[person] as person_name, coalesce(state, 'finished') as state,
    format('%s %s %s W%s', campaign, city, segment, to_char(at, 'IW')) as name, robot, line, leads, random,
    format('%s_%s_%s.xlsx', lower(replace(city, ' ', '-')), to_char(at, 'YYYYMMDD'), number) as file, account.id as account,
    ('0190' || lpad(to_hex(number), 8, '0') || '7000' || substr(md5('task ' || number), 1, 16))::uuid as task,
    ('0191' || lpad(to_hex(number), 8, '0') || '7000' || substr(md5('draft ' || number), 1, 16))::uuid as draft,
    ('0192' || lpad(to_hex(number), 8, '0') || '7000' || substr(md5('check ' || number), 1, 16))::uuid as dry_run
from drawn, people, account;

-- Indexes of tasks are made anew afterwards, which is several times faster than to keep them up.
create temporary table rebuilt on commit drop as
select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
from pg_index where indrelid = 'tasks'::regclass and not indisunique;
do $$ declare name text; begin for name in select rebuilt.name from rebuilt loop execute 'drop index ' || name; end loop; end $$;

insert into drafts (id, account_id, created_by, created_at, changed_at, version, form, file_name, file_digest, file_size, headers, mapping, country,
    platform, ready, task_id)
select draft, account, person, at - interval '10 minutes', at, 2,
    jsonb_build_object('name', name, 'robot', 'seed', 'line', line, 'when', 'now', 'platform', 'DIDI'), file, sha256(file::bytea), leads * 60,
    '{Customer,Mobile,Comments}', '{"customer": 0, "mobile": 1, "comments": 2}', 'ID', 'DIDI', leads, task
from seeded order by number;

insert into checks (id, draft_id, draft_version, state, settings, mapping, country, lead_count, sandbox, started_by, started_at, ended_at)
select dry_run, draft, 2, 'done', '{}', '{}', 'ID', leads, true, person, at - interval '2 minutes', at - interval '1 minute'
from seeded order by number;

-- Slices as the trigger makes them, after those that are there.
with starts as (
    select account, (number - 1) / 65536 as slice, min(at) as at, count(*) as tasks from seeded group by 1, 2)
insert into task_slices (account_id, starts_at, tasks)
select account, case when exists (select from task_slices where account_id = account)
    or slice > (select min(slice) from starts) then at else '-infinity' end, tasks
from starts order by slice;

with ends as (select id, account_id, starts_at, lead(starts_at, 1, 'infinity') over (partition by account_id order by starts_at) as ends_at from task_slices)
insert into tasks (id, account_id, draft_id, check_id, form_key, name, settings, submitted_by, submitted_at, file_name, file_digest, lead_count,
    without_refused, sandbox, state, slice_id, search_text)
select task, account, draft, dry_run, md5('key ' || number)::uuid, name,
    jsonb_build_object('name', name, 'robot_id', 'seed', 'robot_name', robot, 'robot_mode', 'single', 'line', line,
        'schedule', '{"when": "now"}'::jsonb, 'redials', 2, 'redial_minutes', 5, 'stagger_minutes', 0, 'platform', 'DIDI', 'asynchronous', false,
        'do_not_call', false),
    person, at, file, sha256(file::bytea), leads, false, true, state, ends.id,
    lower(concat_ws(' ', name, robot, person_name, line, file, name || '-' || substr(random, 1, 8),
        case when state in ('finished', 'calling', 'created', 'partly_created') then substr(random, 9) end))
from seeded join ends on ends.account_id = account and at >= starts_at and at < ends_at order by number;

insert into parts (task_id, number, provider_name, first_row, last_row, lead_count, payload_digest, perform, state, attempts, not_before, queued_at,
    fence, sent_at, answered_at, provider_task_id, words, provider_status, calls, asked_at, in_doubt_since, look_at, looks)
select task, 1, name || '-' || substr(random, 1, 8), 2, leads + 1, leads, sha256(random::bytea), case state when 'partly_created' then 1 else 3 end,
    case when state in ('finished', 'calling', 'created', 'partly_created') then 'created' when state = 'sending' then 'waiting' else state end,
    1,
    -- No worker takes what is only shown: neither to send it nor to look for it.
    case state when 'sending' then timestamptz '2199-01-01' else at end, at, 1, at, at,
    case when state in ('finished', 'calling', 'created', 'partly_created') then substr(random, 9) end,
    case state when 'refused' then 'The robot is not published.' end,
    case state when 'finished' then 'finished' when 'calling' then 'running' end,
    case when state in ('finished', 'calling') then jsonb_build_object('total', leads, 'ended', leads, 'reached', leads / 3,
        'by_status', jsonb_build_array(jsonb_build_array('finished', leads)), 'by_intention', jsonb_build_array(jsonb_build_array('A', leads / 3))) end,
    at + interval '1 day', case when state in ('unknown', 'absent', 'given_up') then at end,
    case state when 'unknown' then timestamptz '2199-01-01' end, case when state in ('absent', 'given_up') then 5 else 0 end
from seeded order by number;

do $$ declare definition text; begin for definition in select rebuilt.definition from rebuilt loop execute definition; end loop; end $$;
commit;
vacuum (analyze) users, drafts, checks, task_slices, tasks, parts;
