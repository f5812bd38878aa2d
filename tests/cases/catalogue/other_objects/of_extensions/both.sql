CREATE OPERATOR CLASS word_ops FOR TYPE text USING btree AS OPERATOR 1 <(text, text), FUNCTION 1 bttextcmp(text, text);
