-- What somebody is to be reminded of, planned once for each deadline, person and rung; sent together, one message a morning.
create table reminder (
  dialogue_id plain not null references dialogue (id),
  key plain not null,
  person_id plain not null,
  about plain not null,
  due_at plain not null,
  status plain not null,
  message_id integer references message (id) on delete set null,
  primary key (dialogue_id, key)
);
-- Partial, so that what has been sent or is far ahead costs nothing when one looks what is due.
create index reminder_planned on reminder (due_at, person_id) where status = 'planned';
create index reminder_of_message on reminder (message_id) where message_id is not null;

-- Of the reminders as last planned, so that what is the same is not compared row by row.
alter table dialogue add column reminders_hash plain not null default '';
