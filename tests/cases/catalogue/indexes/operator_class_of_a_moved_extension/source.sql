CREATE EXTENSION pg_trgm SCHEMA public;
CREATE OPERATOR FAMILY public.of_words USING btree;
CREATE OPERATOR CLASS public.word_ops FOR TYPE text USING btree FAMILY public.of_words
  AS OPERATOR 1 <(text, text), FUNCTION 1 bttextcmp(text, text);
ALTER EXTENSION pg_trgm ADD OPERATOR FAMILY public.of_words USING btree;
ALTER EXTENSION pg_trgm ADD OPERATOR CLASS public.word_ops USING btree;
CREATE TABLE t (word text);
CREATE INDEX words ON t USING gin (word public.gin_trgm_ops);
CREATE INDEX in_another_family ON t (word public.word_ops);
