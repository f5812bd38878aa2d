CREATE COLLATION no_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE blank AS SELECT 'ada' AS key;
CREATE TABLE letter AS SELECT 'ada' COLLATE no_case AS key;
CREATE TABLE accent AS SELECT U&'\00E9' AS key;
CREATE TABLE backslash AS SELECT 'a\b' AS key;
