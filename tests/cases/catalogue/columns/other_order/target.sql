CREATE TABLE t (b int, a int);
CREATE TABLE p_rest (b int, a int);
ALTER TABLE p ATTACH PARTITION p_rest DEFAULT;
