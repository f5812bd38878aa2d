CREATE SUBSCRIPTION mover CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false);
CREATE TABLE t (id int);
CREATE INDEX t_id_idx_ccnew ON t (id);
