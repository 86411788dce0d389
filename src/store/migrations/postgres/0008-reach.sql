-- Why nothing can be posted in a channel; null when something can.
alter table channel add column stopped plain;

-- Why a reminder was cancelled.
alter table reminder add column code plain;

-- A backup was laid out, up to which moment it knows; what it would send is held until somebody says what has been sent since.
create table restored (
  id integer primary key check (id = 1),
  until plain not null,
  held integer not null
);
