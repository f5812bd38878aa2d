-- The same for 14 and newer.
create table conflicting (id int primary key, a int);
create statistics stt (ndistinct) on (case when a between 1 and 9 and b > 0 then 1 end), c from m;
create statistics st2 on (ts at time zone 'UTC'), (id+1) from m;
create statistics st3 on (lower(s)) from m;
create function sqlbody(x int, y int) returns boolean language sql begin atomic select x between 1 and 9 and y > 0; end;
create function sqlret(x int, json text) returns boolean language sql return x between 1 and 9 and json in ('a', 'b');
create table mr (k int4multirange check (k @> 5), v varchar, x int, unique (x));
create view vgd as select a, b from m group by distinct rollup (a, b), rollup (a);
create procedure sqlproc(x int, y varchar, json text) language sql begin atomic insert into par (id, k) values (x, 1), (2, 3); insert into conflicting values (x, 1) on conflict (id) do update set a = excluded.a where conflicting.a between 1 and 9 and conflicting.id > 0; update par set id = 1 where v in ('a', 'b'); delete from par using ex where ex.id = par.id and par.k between 1 and 9 and ex.r is not null returning par.id; select a from m where y in ('a','b') and json = 'x'; end;
create view vcy as with recursive g as (select 1 as id, 2 as nx union all select id, nx + 1 from g) search depth first by id set o cycle id set cy using pa select id, cy from g;
create view vju as select jj.id from (m join ex using (id) as jj);
