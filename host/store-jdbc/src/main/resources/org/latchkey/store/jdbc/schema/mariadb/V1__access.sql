-- Who may read which configuration: all that a host needs which keeps its own inventory.
-- Instants are milliseconds since 1970-01-01 UTC.

create table latchkey_schema (
  version integer not null,
  script varchar(64) character set ascii collate ascii_nopad_bin not null,
  primary key (version)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table latchkey_access (
  mac varchar(12) character set ascii collate ascii_nopad_bin not null,
  version bigint not null,
  state varchar(16) character set ascii collate ascii_nopad_bin not null,
  open_until bigint,
  sealed mediumtext character set ascii collate ascii_nopad_bin not null,
  primary key (mac)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create index latchkey_access_by_state on latchkey_access (state, mac);

insert into latchkey_schema (version, script) values (1, 'V1__access.sql');
