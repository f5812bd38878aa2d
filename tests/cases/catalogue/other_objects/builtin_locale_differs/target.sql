CREATE COLLATION words (provider = builtin, locale = 'C');
CREATE COLLATION same (provider = builtin, locale = 'C.UTF-8');
