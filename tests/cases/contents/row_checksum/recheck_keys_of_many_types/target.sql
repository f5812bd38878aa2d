UPDATE paths SET v = 2;
UPDATE places SET v = 2;
UPDATE padded SET v = 2;
UPDATE ratios SET v = 2;
UPDATE labels SET v = 2;
UPDATE octets SET v = 2;
