CREATE TABLE notes (a integer, v text);
CREATE TABLE log (a integer, v text);
CREATE TABLE fewer (a integer, v text);
