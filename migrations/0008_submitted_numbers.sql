-- A long list is submitted in one transaction: 200,000 numbers. Checking each against its account and its part took most of it,
-- though all of them are written beside that part. Whose they are and since when is said once, by their task.
alter table submitted_numbers
    drop constraint submitted_numbers_pkey,
    drop constraint submitted_numbers_account_id_fkey,
    drop constraint submitted_numbers_task_id_part_fkey,
    drop column account_id,
    drop column submitted_at;
create index submitted_numbers_by_number on submitted_numbers (number);
create index submitted_numbers_by_part on submitted_numbers (task_id, part);
