CREATE COLLATION accents (provider = icu, locale = 'und-u-kc-ks-level1');
CREATE COLLATION german (provider = icu, locale = 'de_de-u-co-phonebk-kn-true');
CREATE COLLATION digits (provider = icu, locale = 'en-u-KF-upper-kr-latn-digit');
CREATE COLLATION old (provider = icu, locale = 'de-u-ks-level2-co-phonebk');
