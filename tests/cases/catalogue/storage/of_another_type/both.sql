CREATE TYPE pair AS (a int, b int);
CREATE ACCESS METHOD heap_too TYPE TABLE HANDLER heap_tableam_handler;
