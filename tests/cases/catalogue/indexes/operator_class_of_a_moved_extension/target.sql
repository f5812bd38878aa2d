CREATE SCHEMA extensions;
CREATE EXTENSION pg_trgm SCHEMA extensions;
CREATE OPERATOR FAMILY extensions.of_words USING btree;
CREATE OPERATOR CLASS extensions.word_ops FOR TYPE text USING btree FAMILY extensions.of_words
  AS OPERATOR 1 <(text, text), FUNCTION 1 bttextcmp(text, text);
ALTER EXTENSION pg_trgm ADD OPERATOR FAMILY extensions.of_words USING btree;
ALTER EXTENSION pg_trgm ADD OPERATOR CLASS extensions.word_ops USING btree;
CREATE TABLE t (word text);
CREATE INDEX words ON t USING gin (word extensions.gin_trgm_ops);
CREATE INDEX in_another_family ON t (word extensions.word_ops);
