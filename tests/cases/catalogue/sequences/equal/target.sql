SELECT nextval('lone');
