-- How many of the dialogue's own lessons hold, so that later dialogues find them without reading every dialogue.
alter table dialogue add column lessons integer not null default 0;
