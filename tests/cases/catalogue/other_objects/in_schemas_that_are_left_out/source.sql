CREATE ROLE supabase_admin;
CREATE SCHEMA theirs AUTHORIZATION supabase_admin;
CREATE COLLATION theirs.words (lc_collate = 'C', lc_ctype = 'C');
CREATE OPERATOR CLASS theirs.word_ops FOR TYPE text USING btree AS OPERATOR 1 <(text, text), FUNCTION 1 bttextcmp(text, text);
CREATE COLLATION information_schema.words (lc_collate = 'C', lc_ctype = 'C');
CREATE OPERATOR CLASS information_schema.word_ops FOR TYPE text USING btree AS OPERATOR 1 <(text, text), FUNCTION 1 bttextcmp(text, text);
