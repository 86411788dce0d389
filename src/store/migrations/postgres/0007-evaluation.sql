-- The steering group's own evaluation of a dialogue while it is open: its answers' key, wrapped by one that is never here.
create table evaluation_round (
  dialogue_id plain not null references dialogue (id),
  round_id plain not null,
  wrapped_key plain not null,
  primary key (dialogue_id, round_id)
);

-- Who was sent a form, and whether they have answered; deleted thirty days after the round has closed.
create table ballot (
  dialogue_id plain not null references dialogue (id),
  round_id plain not null,
  person_id plain not null,
  used integer not null,
  primary key (dialogue_id, round_id, person_id)
);

-- A place for each answer from the moment the round opens, filled with chance; an answer takes one over, in the same size.
create table sealed_answer (
  dialogue_id plain not null references dialogue (id),
  round_id plain not null,
  slot plain not null,
  body plain not null,
  primary key (dialogue_id, round_id, slot)
);

-- What was answered, once the round has closed: no person, no time, no order. What somebody wrote lies apart from what they chose.
create table internal_response (
  dialogue_id plain not null references dialogue (id),
  round_id plain not null,
  id plain not null,
  kind plain not null,
  body plain not null,
  primary key (dialogue_id, round_id, id)
);

-- A nudge that is for those alone who have not answered in this round.
alter table reminder add column round_id plain;
