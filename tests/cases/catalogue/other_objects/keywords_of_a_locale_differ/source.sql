CREATE COLLATION accents (provider = icu, locale = 'und-u-ks-level1-kc-true');
CREATE COLLATION digits (provider = icu, locale = 'en-u-kr-latn-digit-kf-upper');
CREATE COLLATION german (provider = icu, locale = 'de-u-kn-co-phonebk');
