CREATE COLLATION accents (provider = icu, locale = 'und-u-kc-true-ks-level2');
CREATE COLLATION digits (provider = icu, locale = 'en-u-kr-digit-latn-kf-upper');
CREATE COLLATION german (provider = icu, locale = 'de-u-co-phonebk');
