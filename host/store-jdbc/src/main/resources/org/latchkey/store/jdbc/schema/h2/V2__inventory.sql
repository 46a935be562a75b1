-- Phones and what they share. Passwords are in the sealed columns only.
-- No reseller or domain: an empty name.

create table latchkey_devices (
  mac varchar(12) not null,
  brand varchar(64) not null,
  model varchar(64) not null,
  reseller varchar(64) not null,
  domain varchar(64) not null,
  generation varchar(64) not null,
  revision bigint not null,
  words varchar(1000000) not null,
  primary key (mac)
);

create index latchkey_devices_by_owner on latchkey_devices (reseller, domain, mac);

create table latchkey_device_contents (
  mac varchar(12) not null,
  sealed clob not null,
  primary key (mac)
);

create table latchkey_layers (
  layer varchar(16) not null,
  name varchar(64) not null,
  parent varchar(64) not null,
  revision bigint not null,
  sealed clob not null,
  primary key (layer, name, parent)
);

create table latchkey_phone_books (
  reseller varchar(64) not null,
  domain varchar(64) not null,
  revision bigint not null,
  sealed clob not null,
  primary key (reseller, domain)
);

create table latchkey_global_passes (
  id varchar(64) not null,
  reseller varchar(64) not null,
  domain varchar(64) not null,
  username varchar(64) not null,
  legacy integer not null,
  turn bigint not null,
  sealed varchar(1000000) not null,
  primary key (id)
);

create table latchkey_seeds (
  name varchar(32) not null,
  sealed varchar(1000000) not null,
  primary key (name)
);

create table latchkey_counters (
  name varchar(32) not null,
  turn bigint not null,
  total bigint not null,
  primary key (name)
);

insert into latchkey_counters (name, turn, total) values ('passes', 0, 0);

insert into latchkey_schema (version, script) values (2, 'V2__inventory.sql');
