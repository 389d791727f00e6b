-- no-transaction
-- The history of one robot, newest first.
create index concurrently if not exists tasks_by_robot on tasks (account_id, (settings ->> 'robot_id'), submitted_at desc, id desc);
