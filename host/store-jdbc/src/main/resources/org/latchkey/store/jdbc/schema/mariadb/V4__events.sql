-- What happened, and which phones knock.
-- Instants are milliseconds since 1970-01-01 UTC.

create table latchkey_events (
  id bigint primary key,
  at_ms bigint not null,
  kind varchar(16) character set ascii collate ascii_nopad_bin not null,
  type varchar(32) character set ascii collate ascii_nopad_bin not null,
  mac varchar(12) character set ascii collate ascii_nopad_bin,
  reseller varchar(64),
  domain varchar(64),
  source varchar(200) not null,
  detail varchar(200) not null,
  occurrences integer not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create index latchkey_events_by_mac on latchkey_events (mac, id);
create index latchkey_events_by_age on latchkey_events (kind, at_ms);

create table latchkey_contacts (
  mac varchar(12) character set ascii collate ascii_nopad_bin not null,
  at_ms bigint not null,
  primary key (mac)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table latchkey_knocks (
  mac varchar(12) character set ascii collate ascii_nopad_bin not null,
  reseller varchar(64) not null,
  domain varchar(64) not null,
  pass_id varchar(64) not null,
  site varchar(64) character set ascii collate ascii_nopad_bin not null,
  brand varchar(64),
  model varchar(64),
  file_name varchar(255) not null,
  first_ms bigint not null,
  last_ms bigint not null,
  occurrences integer not null,
  primary key (mac, reseller, domain)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

insert into latchkey_counters (name, turn, total) values ('knocks', 0, 0);

insert into latchkey_schema (version, script) values (4, 'V4__events.sql');
