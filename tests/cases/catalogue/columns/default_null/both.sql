CREATE TABLE day (a varchar(30), b char(3), c timestamp(3), d bit(8), e varchar(3)[], f "char", h numeric(3, 1));
