import { words } from '@jifen/wording';

type Listed = { memberId: string; name: string; rosterNumber: number; groupName?: string | undefined };

/** A member's name; people of one name are told apart by their number in the roster and their party group. */
export function nameAmong(rows: readonly Listed[], { name, rosterNumber, groupName }: Listed): string {
  const isShared = rows.filter((row) => row.name === name).length > 1;
  return isShared ? words.shell.namesake(name, rosterNumber, groupName) : name;
}

/** The members to choose from. */
export const memberOptions = (rows: readonly Listed[]) => rows.map((row) => ({ value: row.memberId, label: nameAmong(rows, row) }));
