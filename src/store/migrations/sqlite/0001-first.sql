-- What has happened. Bodies hold no words that a person wrote, only references to content.
create table event (
  dialogue_id text not null references dialogue (id),
  version integer not null,
  type text not null,
  body text not null,
  "by" text not null,
  at text not null,
  prev_hash text not null,
  hash text not null,
  primary key (dialogue_id, version)
) without rowid;

create trigger event_is_never_changed before update on event
begin
  select raise(abort, 'events are never changed');
end;

-- Also stops "insert or replace", which would delete without asking the trigger below.
create trigger event_is_appended before insert on event
when new.version <> 1 + (select coalesce(max(version), 0) from event where dialogue_id = new.dialogue_id)
begin
  select raise(abort, 'events are only appended, in order');
end;

create trigger event_is_never_deleted before delete on event
when not exists (select 1 from deletion_permit where dialogue_id = old.dialogue_id)
begin
  select raise(abort, 'events are never deleted');
end;

-- Nothing is ever put here: a permit points here, so no transaction that leaves one behind can commit.
create table nowhere (dialogue_id text primary key, check (dialogue_id is null)) without rowid;

-- Lets one transaction delete the whole stream of an example. It is given by what the first event says, which cannot be changed.
create table deletion_permit (
  dialogue_id text primary key references nowhere (dialogue_id) deferrable initially deferred
) without rowid;

create trigger deletion_permit_is_for_examples before insert on deletion_permit
when not exists (
  select 1 from event
  where dialogue_id = new.dialogue_id and version = 1
    and type = 'DialogueStarted' and json_extract(body, '$.home.type') = 'personal'
)
begin
  select raise(abort, 'only an example may be deleted');
end;

create trigger deletion_permit_is_not_moved before update on deletion_permit
begin
  select raise(abort, 'a deletion permit is never changed');
end;

create trigger deletion_is_whole before delete on deletion_permit
when exists (select 1 from event where dialogue_id = old.dialogue_id)
begin
  select raise(abort, 'an example is deleted whole');
end;

-- What people wrote, as JSON strings so that every character survives. Erasing deletes the row, salt included.
create table content (
  ref text primary key,
  dialogue_id text not null references dialogue (id),
  version integer not null,
  salt text not null,
  body text not null
) without rowid;
create index content_of_dialogue on content (dialogue_id, version);

create trigger content_is_never_changed before update on content
begin
  select raise(abort, 'content is erased, never changed');
end;

create table dialogue (
  id text primary key,
  version integer not null,
  home text not null,
  channel_id text,
  owner text,
  status text not null,
  example integer not null,
  people text not null,
  started_at text not null
) without rowid;
create index dialogue_of_channel on dialogue (channel_id);

create table dialogue_person (
  person_id text not null,
  dialogue_id text not null references dialogue (id),
  primary key (person_id, dialogue_id)
) without rowid;
create index person_of_dialogue on dialogue_person (dialogue_id);

-- The root message of a dialogue's thread in its channel; without an activity id when Teams did not tell it.
create table thread (
  dialogue_id text primary key references dialogue (id),
  channel_id text not null,
  conversation_id text not null,
  activity_id text,
  service_url text not null
) without rowid;
create index thread_of_root on thread (channel_id, activity_id);

-- What is to be posted, and the living cards that have been: one row for each.
create table message (
  id integer primary key autoincrement,
  dialogue_id text references dialogue (id),
  key text not null,
  wish text not null,
  conversation text not null,
  in_thread integer not null,
  repeats integer not null,
  due_at text not null,
  status text not null,
  next_at text not null,
  hold_until text not null default '',
  edited_at text not null default '',
  attempts integer not null default 0,
  edit_attempts integer not null default 0,
  instance text,
  session text,
  owner text,
  fence integer not null default 0,
  lease_until text,
  code text,
  conversation_id text,
  activity_id text,
  service_url text,
  wanted integer not null,
  drawn integer not null default 0,
  shown integer not null default 0,
  shown_hash text,
  withdrawn integer not null default 0
);
create unique index message_key on message (dialogue_id, key);
create unique index message_key_alone on message (key) where dialogue_id is null;
-- Partial, so that what has been sent long ago costs nothing; queries must name the status in so many words.
create index message_to_post on message (next_at) where status = 'pending';
create index message_in_conversation on message (conversation, status);
create index message_leased on message (lease_until) where lease_until is not null;
create index message_to_edit on message (edited_at) where shown < wanted and status = 'sent';
create index message_activity on message (activity_id) where activity_id is not null;

create table inbound (
  id text primary key,
  dialogue_id text not null,
  at text not null
) without rowid;

create table person (
  id text primary key,
  entra_id text not null unique,
  name text,
  locale text,
  guest integer not null default 0,
  teams_user_id text,
  conversation_id text,
  service_url text,
  unreachable text
) without rowid;

create table membership (
  team_id text not null,
  person_id text not null references person (id),
  primary key (team_id, person_id)
) without rowid;
create index membership_of_person on membership (person_id);

create table team (
  id text primary key,
  name text,
  aad_group_id text,
  service_url text not null,
  tenant_id text not null,
  installed integer not null
) without rowid;

create table channel (
  id text primary key,
  team_id text not null,
  name text,
  deleted integer not null default 0
) without rowid;

create table organisation (
  id integer primary key check (id = 1),
  hash text not null,
  body text not null
);

create table template (
  hash text primary key,
  id text not null,
  version integer not null,
  body text not null,
  unique (id, version)
) without rowid;

create table clock (
  id integer primary key check (id = 1),
  at text not null
);

-- Written to find out whether the database can be written.
create table probe (
  id integer primary key check (id = 1),
  body text not null
);
