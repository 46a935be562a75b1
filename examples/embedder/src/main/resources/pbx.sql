-- What this host had before it knew of Latchkey.
create table extensions (
  tenant varchar(64), number varchar(20), name varchar(64), sip_password varchar(64),
  primary key (tenant, number)
);
create table phones (
  id bigint generated always as identity, mac varchar(12) primary key, vendor varchar(20), model varchar(40),
  tenant varchar(64), reseller varchar(64), extension varchar(20)
);

-- The one table that it adds.
create table phone_access (
  mac varchar(12) primary key, version bigint, state varchar(16), open_until timestamp(3) with time zone, sealed varchar(8000)
);
