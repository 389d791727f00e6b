-- A list is sent in at most 500 parts, so a part has at least 100 leads: each is a call of its own, at the check and at the
-- sending. Accounts that had asked for fewer are raised to that.
alter table accounts drop constraint accounts_part_size_check;
update accounts set part_size = 100 where part_size < 100;
alter table accounts add constraint accounts_part_size_check check (part_size between 100 and 10000);
