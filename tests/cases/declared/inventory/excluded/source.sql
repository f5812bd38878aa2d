CREATE TABLE sessions (id integer);
CREATE TABLE "Weird.Name" (id integer);
