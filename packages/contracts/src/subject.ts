/** What an act is about. A branch's proceeding is its month, or its year. */
export type Subject = { kind: 'proceeding'; branchId: string; period: string };

/** `branch/period`, the id of its record and the beginning of the business keys of its acts. */
export const subjectKey = ({ branchId, period }: Subject): string => `${branchId}/${period}`;
