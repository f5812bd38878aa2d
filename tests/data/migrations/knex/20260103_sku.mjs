export const up = k => k.raw("select 1"); export const down = k => k.raw("select 1");
