export const up = () => null;
