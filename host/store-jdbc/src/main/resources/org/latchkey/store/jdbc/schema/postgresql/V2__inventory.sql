-- Phones and what they share. Passwords are in the sealed columns only.
-- No reseller or domain: an empty name.

create table latchkey_devices (
  mac varchar(12) collate "C" not null,
  brand varchar(64) collate "C" not null,
  model varchar(64) collate "C" not null,
  reseller varchar(64) collate "C" not null,
  domain varchar(64) collate "C" not null,
  generation varchar(64) collate "C" not null,
  revision bigint not null,
  words text not null,
  primary key (mac)
);

create index latchkey_devices_by_owner on latchkey_devices (reseller, domain, mac);

create table latchkey_device_contents (
  mac varchar(12) collate "C" not null,
  sealed text not null,
  primary key (mac)
);

create table latchkey_layers (
  layer varchar(16) collate "C" not null,
  name varchar(64) collate "C" not null,
  parent varchar(64) collate "C" not null,
  revision bigint not null,
  sealed text not null,
  primary key (layer, name, parent)
);

create table latchkey_phone_books (
  reseller varchar(64) collate "C" not null,
  domain varchar(64) collate "C" not null,
  revision bigint not null,
  sealed text not null,
  primary key (reseller, domain)
);

create table latchkey_global_passes (
  id varchar(64) collate "C" not null,
  reseller varchar(64) collate "C" not null,
  domain varchar(64) collate "C" not null,
  username varchar(64) collate "C" not null,
  legacy integer not null,
  turn bigint not null,
  sealed text not null,
  primary key (id)
);

create table latchkey_seeds (
  name varchar(32) collate "C" not null,
  sealed text not null,
  primary key (name)
);

create table latchkey_counters (
  name varchar(32) collate "C" not null,
  turn bigint not null,
  total bigint not null,
  primary key (name)
);

insert into latchkey_counters (name, turn, total) values ('passes', 0, 0);

insert into latchkey_schema (version, script) values (2, 'V2__inventory.sql');
