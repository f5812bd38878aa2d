-- Definitions in each place that has one, in tables of their own.
create table m (id int primary key, a int, b int, c int, d numeric, s text, v varchar(10), json text, ts timestamptz, r int4range, jb jsonb,
  g boolean generated always as (a between 1 and 9 and b > 0) stored,
  g2 text generated always as (case when v in ('a','b') then 'x' else s end) stored,
  t boolean default (1 between 0 and 2 and 3 > 2), dv text default 'x'::varchar(3), dd date default current_date, dt timestamptz default (now() at time zone 'utc'), da text[] default array['a','b']::varchar[], dn numeric default -1, di int default -1, dnn text default null,
  constraint chk_and check (a between 1 and 9 and b is not null),
  constraint chk_v check (v in ('a','b')),
  constraint fk foreign key (a) references m (id) on delete set null deferrable,
  constraint un unique (a, b) include (c),
  constraint m_ex exclude using gist (r with &&, (int4range(a, b)) with =) where (id between 1 and 9 and r is not null));
alter table m enable row level security;
create policy p_u on m using (a between 1 and 9 and b > 0) with check (v in ('a', 'b') and exists (select 1 from m x where x.a = m.a));
create function noop() returns trigger language plpgsql as 'begin return new; end';
create trigger tr before update of a, json on m for each row when (new.a between 1 and 9 and new.b > 0) execute function noop('x', 'y');
create trigger trs after insert on m referencing new table as n for each statement execute function noop();
create constraint trigger trc after insert or update on m from m deferrable initially deferred for each row when (new.v in ('a', 'b')) execute function noop();
create rule ru as on delete to m where old.a between 1 and 9 and old.b > 0 do instead nothing;
create rule ru2 as on update to m where old.v in ('a', 'b') do also insert into m (id, a, json) select old.id, new.a, json from m x where x.id = old.id;
create rule ru3 as on update to m do also (delete from m where id = 1; update m set a = new.a, (b, c) = (select 1, 2) where m.id = new.id);
create rule ru4 as on insert to m do also notify m;
create domain dom as int check (value between 1 and 9 and value <> 5);
create domain dov as varchar(3) default 'x' check (value in ('x','y'));
create view vv as select id, (a between 1 and 9 and b > 0) as x from m where a between 1 and 9 and b > 0;
create index ix on m ((a between 1 and 9 and b > 0));
create index ixp on m (id) where a between 1 and 9 and b > 0;
create index ixv on m (lower(v), (v || 'x') collate "C" text_pattern_ops desc nulls last) where v in ('a', 'b') or json = 'x';
create index ixj on m using gin (jb jsonb_path_ops) with (fastupdate = off);
create index i1 on m ((ts at time zone 'UTC'));
create index i2 on m (((ts at time zone 'UTC')::date));
create index i3 on m ((extract(epoch from ts at time zone 'UTC')));
create index i4 on m ((s collate "C"));
create index i5 on m ((substring(s from 1 for 2)), (trim(s)), (overlay(s placing 'x' from 1)), (position('a' in s)), (normalize(s)));
create index i6 on m ((coalesce(a, 0)), (nullif(a, 1)), (greatest(a, b)), (case when a > 1 then 2 end), (a is null), ((jb ->> 'a')), (json), abs(a), (a::text::varchar(3)));
create statistics st (ndistinct) on a, b from m;
create table par (id int, k int, v varchar(5)) partition by range ((case when k between 1 and 9 and id > 0 then 1 else 2 end), lower(v) collate "C");
create table par1 partition of par for values from (1, 'a') to (2, minvalue);
create table pl (k text) partition by list (k);
create table pl1 partition of pl for values in ('a', 'it''s', null);
create table pld partition of pl default;
create table ph (k int) partition by hash (k);
create table ph1 partition of ph for values with (modulus 2, remainder 0);
create table pt(id int, ts timestamptz) partition by range ((ts at time zone 'UTC'));
create table pt1 partition of pt for values from ('2020-01-01') to ('2021-01-01');
create function fa(a int, b text default 'x', c varchar default 'y'::varchar(3), json text default null, variadic d int[] default array[1,2]) returns table (json text, "select" int) language sql as 'select null::text, 1';
create procedure pr(x int, inout y int) language sql as 'select 1';
create function f13(x int, out y int, inout z text) language sql as 'select 1, null::text';
create aggregate agg(int) (sfunc = int4pl, stype = int, initcond = '0');
create table ex (id int, r int4range);
create rule ru5 as on insert to ex do instead select 1 from m where m.a between 1 and 9 and m.b > 0;
create view vtr as select id, a, v from m;
create trigger tri instead of update on vtr for each row execute function noop();
alter view vtr alter v set default 'x'::varchar(2);
create materialized view mm as select id from m where a between 1 and 9 and b > 0 and v in ('a', 'b');
create index mmi on mm (id) where id between 1 and 9 and id <> 5;
create type span as range (subtype = int);
create type rec as (json text, "select" varchar(3), "A b" int);
create domain dj as rec default row('a', 'b', 1)::rec check ((value).json in ('a', 'b') and (value)."A b" between 1 and 9);
-- Names that only some versions quote, in every place that has a name.
create schema json_object;
create sequence json_object.json_array;
create table json_object.merge_action (id int default nextval('json_object.json_array'), json_scalar serial, xmltable text);
create function json_object.json_scalar(bigint, int) returns bigint language sql immutable as 'select $1 + $2';
create aggregate json_object.json_arrayagg(int) (sfunc = json_object.json_scalar, stype = bigint, combinefunc = int8pl, initcond = '0');
create collation json_object.json_table from "C";
create table json_object.json_exists (v text collate json_object.json_table, c regclass default 'json_object.merge_action'::regclass);
create type json_object.json_value as (merge_action text collate json_object.json_table);
create type json_object.json_query as range (subtype = text, collation = json_object.json_table);
