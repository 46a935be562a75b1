-- Phones and what they share. Passwords are in the sealed columns only.
-- No reseller or domain: an empty name.

create table latchkey_devices (
  mac varchar(12) character set ascii collate ascii_nopad_bin not null,
  brand varchar(64) not null,
  model varchar(64) not null,
  reseller varchar(64) not null,
  domain varchar(64) not null,
  generation varchar(64) not null,
  revision bigint not null,
  words mediumtext not null,
  primary key (mac)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create index latchkey_devices_by_owner on latchkey_devices (reseller, domain, mac);

create table latchkey_device_contents (
  mac varchar(12) character set ascii collate ascii_nopad_bin not null,
  sealed mediumtext character set ascii collate ascii_nopad_bin not null,
  primary key (mac)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table latchkey_layers (
  layer varchar(16) character set ascii collate ascii_nopad_bin not null,
  name varchar(64) not null,
  parent varchar(64) not null,
  revision bigint not null,
  sealed longtext character set ascii collate ascii_nopad_bin not null,
  primary key (layer, name, parent)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table latchkey_phone_books (
  reseller varchar(64) not null,
  domain varchar(64) not null,
  revision bigint not null,
  sealed longtext character set ascii collate ascii_nopad_bin not null,
  primary key (reseller, domain)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table latchkey_global_passes (
  id varchar(64) not null,
  reseller varchar(64) not null,
  domain varchar(64) not null,
  username varchar(64) not null,
  legacy integer not null,
  turn bigint not null,
  sealed mediumtext character set ascii collate ascii_nopad_bin not null,
  primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table latchkey_seeds (
  name varchar(32) character set ascii collate ascii_nopad_bin not null,
  sealed mediumtext character set ascii collate ascii_nopad_bin not null,
  primary key (name)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table latchkey_counters (
  name varchar(32) character set ascii collate ascii_nopad_bin not null,
  turn bigint not null,
  total bigint not null,
  primary key (name)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

insert into latchkey_counters (name, turn, total) values ('passes', 0, 0);

insert into latchkey_schema (version, script) values (2, 'V2__inventory.sql');
