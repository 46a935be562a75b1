-- What phones send.
-- Instants are milliseconds since 1970-01-01 UTC.

create table latchkey_uploads (
  mac varchar(12) collate "C" not null,
  name varchar(255) collate "C" not null,
  entry varchar(200) collate "C" not null,
  at_ms bigint not null,
  size_bytes integer not null,
  turn bigint not null,
  sealed text not null,
  primary key (mac, name)
);

insert into latchkey_counters (name, turn, total) values ('uploads', 0, 0);

insert into latchkey_schema (version, script) values (3, 'V3__uploads.sql');
