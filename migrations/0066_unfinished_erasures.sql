-- A receipt is written before anything is erased, and each account adds its part in the transaction in which it erases: what is gone is
-- always in a receipt. One that was interrupted is not finished, and is completed when the number is erased again. A process of the
-- version before writes whole receipts.
alter table erasures add column is_unfinished boolean not null default false;
