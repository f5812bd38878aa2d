exports.up = k => k.raw("select 1"); exports.down = k => k.raw("select 1");
