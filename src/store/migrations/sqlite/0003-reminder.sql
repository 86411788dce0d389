-- What somebody is to be reminded of, planned once for each deadline, person and rung; sent together, one message a morning.
create table reminder (
  dialogue_id text not null references dialogue (id),
  key text not null,
  person_id text not null,
  about text not null,
  due_at text not null,
  status text not null,
  message_id integer references message (id) on delete set null,
  primary key (dialogue_id, key)
) without rowid;
-- Partial, so that what has been sent or is far ahead costs nothing when one looks what is due.
create index reminder_planned on reminder (due_at, person_id) where status = 'planned';
create index reminder_of_message on reminder (message_id) where message_id is not null;

-- Of the reminders as last planned, so that what is the same is not compared row by row.
alter table dialogue add column reminders_hash text not null default '';
