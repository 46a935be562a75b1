-- What phones send.
-- Instants are milliseconds since 1970-01-01 UTC.

create table latchkey_uploads (
  mac varchar(12) not null,
  name varchar(255) not null,
  entry varchar(200) not null,
  at_ms bigint not null,
  size_bytes integer not null,
  turn bigint not null,
  sealed clob not null,
  primary key (mac, name)
);

insert into latchkey_counters (name, turn, total) values ('uploads', 0, 0);

insert into latchkey_schema (version, script) values (3, 'V3__uploads.sql');
