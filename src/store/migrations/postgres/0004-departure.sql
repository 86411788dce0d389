-- What has left lately and for where, in real time: Teams takes only so much at once, from all replicas together.
create table departure (
  place plain not null,
  at plain not null
);
create index departure_by_time on departure (at);
create index departure_by_place on departure (place, at);
