-- What happened, and which phones knock.
-- Instants are milliseconds since 1970-01-01 UTC.

create table latchkey_events (
  id bigint primary key,
  at_ms bigint not null,
  kind varchar(16) collate "C" not null,
  type varchar(32) collate "C" not null,
  mac varchar(12) collate "C",
  reseller varchar(64) collate "C",
  domain varchar(64) collate "C",
  source varchar(200) not null,
  detail varchar(200) not null,
  occurrences integer not null
);

create index latchkey_events_by_mac on latchkey_events (mac, id);
create index latchkey_events_by_age on latchkey_events (kind, at_ms);

create table latchkey_contacts (
  mac varchar(12) collate "C" not null,
  at_ms bigint not null,
  primary key (mac)
);

create table latchkey_knocks (
  mac varchar(12) collate "C" not null,
  reseller varchar(64) collate "C" not null,
  domain varchar(64) collate "C" not null,
  pass_id varchar(64) collate "C" not null,
  site varchar(64) collate "C" not null,
  brand varchar(64) collate "C",
  model varchar(64),
  file_name varchar(255) not null,
  first_ms bigint not null,
  last_ms bigint not null,
  occurrences integer not null,
  primary key (mac, reseller, domain)
);

insert into latchkey_counters (name, turn, total) values ('knocks', 0, 0);

insert into latchkey_schema (version, script) values (4, 'V4__events.sql');
