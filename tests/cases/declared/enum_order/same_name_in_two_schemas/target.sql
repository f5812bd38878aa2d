CREATE TYPE wallet.role AS ENUM ('a', 'b');
