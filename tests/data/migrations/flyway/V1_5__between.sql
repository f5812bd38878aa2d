CREATE TABLE between_two (id int);
