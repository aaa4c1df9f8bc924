import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CountyStage } from '../test-support/county-stage.ts';
import { asked, childrenOf, timerLengths } from '../test-support/history.ts';

jest.setTimeout(60_000);
let stage: CountyStage;
beforeAll(async () => {
  stage = await CountyStage.appear();
  await stage.learnScheduledTime();
}, 120_000);
afterAll(async () => {
  await stage.leave();
});

describe('the tick of a month', () => {
  it.each([
    ['2026-10-01T00:10:00+08:00', '2026-10'],
    ['2026-09-30T23:59:59+08:00', '2026-09'],
    ['2026-12-31T16:10:00Z', '2027-01'],
  ])('scheduled for %s opens %s', async (at, period) => {
    const county = stage.begin(3);
    expect((await stage.tick(at)).result).toEqual({ period, outcome: 'started' });
    await stage.end(stage.workflowId(period));
    expect([county.open.size, county.begun]).toEqual([3, [{ countyId: stage.countyId, period }]]);
  });

  it('given twice starts one month', async () => {
    const county = stage.begin(3);
    const first = await stage.tick('2026-10-01T00:10:00+08:00');
    const second = await stage.tick('2026-10-03T09:00:00+08:00');
    expect([first.result, second.result]).toEqual([
      { period: '2026-10', outcome: 'started' },
      { period: '2026-10', outcome: 'already-started' },
    ]);
    await stage.end();
    expect(county.begun).toHaveLength(1);
  });

  it('takes no activity and no timer: what time it was given is all it needs', async () => {
    stage.begin(3);
    const { workflowId } = await stage.tick('2026-10-01T00:10:00+08:00');
    const history = await stage.historyOf(workflowId);
    expect([asked(history), timerLengths(history), childrenOf(history)]).toEqual([[], [], 1]);
    await stage.end();
  });
});
