-- Who may read which configuration: all that a host needs which keeps its own inventory.
-- Instants are milliseconds since 1970-01-01 UTC.

create table latchkey_schema (
  version integer not null,
  script varchar(64) collate "C" not null,
  primary key (version)
);

create table latchkey_access (
  mac varchar(12) collate "C" not null,
  version bigint not null,
  state varchar(16) collate "C" not null,
  open_until bigint,
  sealed text not null,
  primary key (mac)
);

create index latchkey_access_by_state on latchkey_access (state, mac);

insert into latchkey_schema (version, script) values (1, 'V1__access.sql');
