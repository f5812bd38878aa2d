INSERT INTO tokens VALUES (4, 'hunter2'), (5, 'enc:v1:q83v'), (6, 'enc:v1:not base64 at all, is it now?'), (7, 'enc:v1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
