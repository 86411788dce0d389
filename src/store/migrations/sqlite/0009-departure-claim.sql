-- The claim that let it leave: until Teams has answered it may still be on its way, and counts.
alter table departure add column claim text not null default '';
create index departure_of_claim on departure (claim);
