CREATE TABLE "order" (id int PRIMARY KEY);
CREATE TABLE t (id int REFERENCES "order");
