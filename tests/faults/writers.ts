import { claimOf } from '../../infra/demo/src/claims.ts';
import { branches, demoCounty } from '../../infra/demo/src/demo-county.ts';
import { memberIdOf, peopleOf, personIdOf } from '../../infra/demo/src/people.ts';
import { pledgeIdsDue, yearPlans } from '../../infra/demo/src/plans.ts';
import type { Random } from '../../infra/demo/src/random.ts';
import type { Answer, Write } from './client.ts';

/** Writes one thing after another, each when the one before is answered, until there is nothing left to write. */
export type Writer = { next(): Promise<Write | undefined>; answered(write: Write, answer: Answer): Promise<void> };
export type Ids = () => string;

type Line = { branchId: string; period: string; memberId: string; personId: string; pledgeIds: readonly string[] };

type Applying = { period: string; ids: Ids; random: Random; ofEach: number; rosters: ReadonlyMap<string, readonly number[]> };

/** Some of those on the roster of every branch, chosen by the seed. */
export function applicants({ period, ids, random, ofEach, rosters }: Applying): Writer[] {
  const plans = yearPlans(demoCounty, peopleOf(demoCounty));
  return branches.flatMap(({ id: branchId }) => {
    const roster = rosters.get(branchId) ?? [];
    const first = random.below(roster.length);
    return [...roster.slice(first), ...roster.slice(0, first)].slice(0, ofEach).map((n) => {
      const memberId = memberIdOf(branchId, n);
      const pledgeIds = pledgeIdsDue(plans, { memberId, period });
      return applicant({ branchId, period, memberId, personId: personIdOf(branchId, n), pledgeIds }, ids);
    });
  });
}

/** Applies, withdraws, applies again. */
function applicant(line: Line, ids: Ids): Writer {
  let applied = false;
  return {
    next: async () => (applied ? withdrawal(line, ids()) : application(line, ids())),
    async answered(write, answer) {
      if (!('refused' in answer)) applied = !applied;
      else if (answer.refused === 'already-applied') applied = true;
      else if (answer.refused === 'nothing-to-withdraw') applied = false;
      else throw new Error(`${write.op} of ${line.memberId} in ${line.period} was refused: ${answer.refused}`);
    },
  };
}

const pathOf = ({ branchId, period, memberId }: Line) => `/branch-months/${branchId}/${period}/applications/${memberId}`;

function application(line: Line, actId: string): Write {
  const { branchId, period, memberId, personId, pledgeIds } = line;
  const body = { actId, ...claimOf({ memberId, period }, pledgeIds) };
  const value = { branchId, period, kind: 'application' };
  return { op: 'apply', key: actId, value, request: { method: 'put', path: pathOf(line), body, actingFor: personId } };
}

function withdrawal(line: Line, actId: string): Write {
  const { branchId, period, personId } = line;
  const value = { branchId, period, kind: 'withdraw-application' };
  const request = { method: 'post', path: `${pathOf(line)}/withdraw`, body: { actId }, actingFor: personId } as const;
  return { op: 'withdraw-application', key: actId, value, request };
}
