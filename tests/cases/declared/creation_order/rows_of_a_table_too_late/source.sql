CREATE TABLE lines (id integer);
CREATE TYPE parcel AS (lines lines[]);
CREATE TABLE orders (first lines, parcel parcel);
