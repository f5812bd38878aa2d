CREATE DOMAIN lost AS int;
CREATE TYPE lost_span AS RANGE (subtype = int4);
CREATE TYPE longlonglonglonglonglonglonglonglonglonglonglonglonglonglong AS RANGE (subtype = int4);
CREATE SCHEMA scratch;
CREATE DOMAIN scratch.d AS int;
