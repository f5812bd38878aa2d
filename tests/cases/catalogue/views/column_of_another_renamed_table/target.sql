CREATE TABLE people (id int PRIMARY KEY, name text);
CREATE TABLE "order s" (id int PRIMARY KEY, user_id int, name text);
CREATE VIEW one AS SELECT people.id, people.name FROM people;
CREATE VIEW joined AS
  SELECT "order s".id, "order s".name, people.name AS of_user FROM people JOIN "order s" ON "order s".user_id = people.id;
CREATE VIEW rows AS SELECT people.*::people AS whole, "order s".id FROM people, "order s";
CREATE VIEW either AS
  SELECT people.id FROM people, "order s" UNION SELECT "order s".id FROM "order s" LEFT JOIN people USING (id);
CREATE VIEW correlated AS
  SELECT people.name, (SELECT max("order s".id) FROM "order s" WHERE "order s".user_id = "order s".id) AS last
  FROM people WHERE EXISTS (SELECT FROM "order s" AS x WHERE x.user_id = people.id);
CREATE VIEW aliased AS SELECT users.name, o.id FROM people AS users JOIN "order s" AS o ON o.id = users.id;
CREATE VIEW named AS
  WITH x AS (SELECT people.id FROM people, "order s" WHERE people.name = "order s".name)
  SELECT x.id, people.name FROM x JOIN people ON people.id = x.id;
CREATE VIEW sideways AS
  SELECT people.id, l.n FROM people, LATERAL (SELECT count(*) AS n FROM "order s" WHERE "order s".user_id = people.id) AS l;
CREATE VIEW sampled AS SELECT people.id, "order s".id AS o FROM people TABLESAMPLE system (10), "order s";
CREATE RULE put AS ON INSERT TO one DO INSTEAD
  UPDATE people SET name = "order s".name FROM "order s" WHERE "order s".user_id = people.id AND people.id = new.id;
