CREATE COLLATION ruled (provider = icu, locale = 'und', rules = '&a < h');
CREATE COLLATION same (provider = icu, locale = 'und', rules = '&a < g');
