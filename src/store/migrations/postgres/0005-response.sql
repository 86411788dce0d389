-- Where a round of the participants' evaluation is reached from outside: an id that nobody can guess.
create table round_link (
  public_id plain primary key,
  dialogue_id plain not null references dialogue (id),
  round_id plain not null,
  -- 1: no more answers are taken.
  closed integer not null default 0,
  unique (dialogue_id, round_id)
);

-- What participants have answered: no person, no time, and no order but that of random ids. Words are content.
create table response (
  dialogue_id plain not null references dialogue (id),
  round_id plain not null,
  id plain not null,
  answers plain not null,
  words plain,
  primary key (dialogue_id, round_id, id)
);

create trigger response_is_never_changed before update on response
for each row execute function refuse('an answer is never changed');
