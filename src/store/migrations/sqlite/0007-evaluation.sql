-- The steering group's own evaluation of a dialogue while it is open: its answers' key, wrapped by one that is never here.
create table evaluation_round (
  dialogue_id text not null references dialogue (id),
  round_id text not null,
  wrapped_key text not null,
  primary key (dialogue_id, round_id)
) without rowid;

-- Who was sent a form, and whether they have answered; deleted thirty days after the round has closed.
create table ballot (
  dialogue_id text not null references dialogue (id),
  round_id text not null,
  person_id text not null,
  used integer not null,
  primary key (dialogue_id, round_id, person_id)
) without rowid;

-- A place for each answer from the moment the round opens, filled with chance; an answer takes one over, in the same size.
create table sealed_answer (
  dialogue_id text not null references dialogue (id),
  round_id text not null,
  slot text not null,
  body text not null,
  primary key (dialogue_id, round_id, slot)
) without rowid;

-- What was answered, once the round has closed: no person, no time, no order. What somebody wrote lies apart from what they chose.
create table internal_response (
  dialogue_id text not null references dialogue (id),
  round_id text not null,
  id text not null,
  kind text not null,
  body text not null,
  primary key (dialogue_id, round_id, id)
) without rowid;

-- A nudge that is for those alone who have not answered in this round.
alter table reminder add column round_id text;
