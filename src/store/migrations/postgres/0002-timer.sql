-- When time itself changes the dialogue next (a position closes, an occasion ends); null when nothing waits.
alter table dialogue add column timer_at plain;
-- What was running before there were timers is looked at once: its own instant is then put right.
update dialogue set timer_at = started_at where status = 'active';
create index dialogue_by_timer on dialogue (timer_at, id) where timer_at is not null;
