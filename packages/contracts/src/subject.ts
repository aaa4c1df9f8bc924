/** What an act is about. A branch's proceeding is its month, or its year. */
export type Subject = { kind: 'proceeding'; branchId: string; period: string };
