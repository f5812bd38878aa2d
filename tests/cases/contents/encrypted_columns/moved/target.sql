CREATE SCHEMA app;
CREATE TABLE app.tokens (id int, token text);
INSERT INTO app.tokens VALUES (1, 'enc:v1:q83vASNFZ4mrze8BI0VniavN'), (2, NULL), (3, 'enc:v1:Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MA==');
