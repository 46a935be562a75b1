-- What phones send.
-- Instants are milliseconds since 1970-01-01 UTC.

create table latchkey_uploads (
  mac varchar(12) character set ascii collate ascii_nopad_bin not null,
  name varchar(255) character set ascii collate ascii_nopad_bin not null,
  entry varchar(200) character set ascii collate ascii_nopad_bin not null,
  at_ms bigint not null,
  size_bytes integer not null,
  turn bigint not null,
  sealed longtext character set ascii collate ascii_nopad_bin not null,
  primary key (mac, name)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

insert into latchkey_counters (name, turn, total) values ('uploads', 0, 0);

insert into latchkey_schema (version, script) values (3, 'V3__uploads.sql');
