-- Where a round of the participants' evaluation is reached from outside: an id that nobody can guess.
create table round_link (
  public_id text primary key,
  dialogue_id text not null references dialogue (id),
  round_id text not null,
  -- 1: no more answers are taken.
  closed integer not null default 0,
  unique (dialogue_id, round_id)
) without rowid;

-- What participants have answered: no person, no time, and no order but that of random ids. Words are content.
create table response (
  dialogue_id text not null references dialogue (id),
  round_id text not null,
  id text not null,
  answers text not null,
  words text,
  primary key (dialogue_id, round_id, id)
) without rowid;

create trigger response_is_never_changed before update on response
begin
  select raise(abort, 'an answer is never changed');
end;
