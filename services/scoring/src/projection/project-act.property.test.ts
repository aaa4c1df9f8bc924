import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { carriedMeeting, members, otherReviewer, recorder, registration, reviewer } from '../decisions/october.builders.ts';
import { type ReadWorld, readWorld } from '../overview/reads.builders.ts';

const reviewedTo = (amounts: readonly number[]) =>
  amounts.flatMap((task, index) =>
    members[index] === 2 || task === 600
      ? []
      : [{ memberId: `member-${members[index]}`, deductions: [], task, rewards: [], reason: '核实' }],
  );

async function resolved(amounts: readonly number[]): Promise<ReadWorld> {
  const world = await readWorld();
  for (const n of members) await world.apply(n);
  await world.decide(recorder, registration);
  await world.decide(reviewer, { kind: 'review', changes: reviewedTo(amounts) });
  await world.decide(otherReviewer, { kind: 'review-own-line', memberId: 'member-2' });
  world.clock.set('2026-11-10T20:00:00+08:00');
  await world.decide(recorder, carriedMeeting);
  return world;
}

describe('projection, whatever was resolved', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 8, maxLength: 8 });

  it('changes nothing when it is repeated, also with withdrawals and new meetings in between', async () => {
    await fc.assert(
      fc.asyncProperty(amounts, fc.integer({ min: 0, max: 2 }), async (points, withdrawals) => {
        const world = await resolved(points);
        for (let n = 0; n < withdrawals; n += 1) {
          await world.decide(recorder, { kind: 'withdraw', actId: (await world.record()).actIds.at(-1) ?? '' });
          await world.decide(recorder, carriedMeeting);
        }
        await world.project();
        const before = [world.ledger.rows(), world.sheets.sheets()];
        await world.project();
        expect([world.ledger.rows(), world.sheets.sheets()]).toEqual(before);
        for (const sheet of world.sheets.sheets()) {
          const rows = world.ledger.rows().filter((row) => row.memberId === sheet.memberId);
          expect(rows.reduce((sum, row) => sum + row.amount, 0)).toBe(sheet.totals.total);
        }
      }),
      { numRuns: 8 },
    );
  }, 30_000);
});
