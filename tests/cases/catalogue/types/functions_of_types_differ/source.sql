CREATE TYPE span AS RANGE (subtype = int4, subtype_diff = near, canonical = shape);
CREATE TYPE small (INPUT = in_one, OUTPUT = out_one, LIKE = int4);
