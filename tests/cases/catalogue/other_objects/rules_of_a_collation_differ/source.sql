CREATE COLLATION ruled (provider = icu, locale = 'und', rules = '&a < g');
CREATE COLLATION same (provider = icu, locale = 'und', rules = '&a < g');
