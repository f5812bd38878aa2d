CREATE FOREIGN TABLE remote (id int OPTIONS (column_name 'id'), word varchar)
    SERVER one OPTIONS (table_name 'other_words', api_key 'k2', updatable 'false');
CREATE FOREIGN TABLE plain (id int) SERVER two;
CREATE FOREIGN TABLE child (id int NOT NULL, word text) SERVER one;
