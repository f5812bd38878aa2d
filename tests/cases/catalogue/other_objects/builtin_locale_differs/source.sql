CREATE COLLATION words (provider = builtin, locale = 'C.UTF-8');
CREATE COLLATION same (provider = builtin, locale = 'C.UTF-8');
