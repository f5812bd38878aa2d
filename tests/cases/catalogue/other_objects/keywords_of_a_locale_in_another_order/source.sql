CREATE COLLATION accents (provider = icu, locale = 'und-u-ks-level1-kc-true');
CREATE COLLATION german (provider = icu, locale = 'de-DE-u-kn-co-phonebk');
CREATE COLLATION digits (provider = icu, locale = 'en-u-kr-latn-digit-kf-upper');
CREATE COLLATION old (provider = icu, locale = 'de@colStrength=secondary;collation=phonebook');
