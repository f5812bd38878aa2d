CREATE TYPE span AS RANGE (subtype = int4);
CREATE TYPE small (INPUT = in_two, OUTPUT = out_two, LIKE = int4);
