export const points = 6;
