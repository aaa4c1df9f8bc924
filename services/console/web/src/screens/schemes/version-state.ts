import type { SchemeVersionView } from '@jifen/contracts';

/** Adopted or withdrawn: nothing of it changes any more. */
export const isClosed = ({ status }: Pick<SchemeVersionView, 'status'>): boolean => status === 'adopted' || status === 'withdrawn';
