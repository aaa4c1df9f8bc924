import {
  type BranchMonthView,
  branchMonthView,
  type PublicityList,
  publicityList,
  round,
  type SheetView,
  sheetView,
} from '@jifen/contracts';
import { problem, type Route, route } from '@jifen/service-kit';
import { z } from 'zod';
import { refusalReply } from '../upstream/pass-on.ts';
import type { Upstreams } from '../upstream/upstreams.ts';
import { monthParams } from './params.ts';

type Asker = { actingFor: string | undefined; requestId: string };
type Row = PublicityList['rows'][number];
const nought = { base: 0, task: 0, reward: 0, honour: 0, total: 0 };

/** 积分公示表 of one round, put together from the month and the sheets of those on the list. */
export function publicityListRoutes(upstreams: Upstreams): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/publicity-lists/:branchId/:period/:round',
      summary: 'The list to be posted.',
      permission: { kind: 'signed-in' },
      audit: 'none-read',
      request: { params: monthParams.extend({ round: z.coerce.number().pipe(round) }) },
      response: publicityList,
      async handler({ params, caller, requestId }) {
        const asker = { actingFor: caller.personId, requestId };
        const path = `/branch-months/${params.branchId}/${params.period}`;
        const view = await upstreams.scoring.request({ method: 'get', path, response: branchMonthView, ...asker });
        if (!view.ok) return refusalReply(view.refusal);
        const publication = view.value.publications.find((one) => one.round === params.round);
        if (!publication) return problem({ status: 404, code: 'not-found' });
        const listed = view.value.rows.filter(({ memberId }) => publication.memberIds.includes(memberId));
        const sheets = await Promise.all(listed.map(({ memberId }) => sheetOf(upstreams, memberId, params.period, asker)));
        return { status: 200, body: listOf(view.value, publication, listed, sheets) };
      },
    }),
  ];
}

async function sheetOf({ scoring }: Upstreams, memberId: string, period: string, asker: Asker): Promise<SheetView | undefined> {
  const query = { year: Number(period.slice(0, 4)) };
  const sheet = await scoring.request({ method: 'get', path: `/sheets/${memberId}`, query, response: sheetView, ...asker });
  return sheet.ok ? sheet.value : undefined;
}

function listOf(
  view: BranchMonthView,
  { round: ofRound, supplement, postedOn, lastDay, place }: BranchMonthView['publications'][number],
  listed: BranchMonthView['rows'],
  sheets: readonly (SheetView | undefined)[],
): PublicityList {
  const { branchId, branchName, period, objectionsTo } = view;
  return {
    branchId,
    branchName,
    period,
    round: ofRound,
    supplement,
    objectionsTo,
    ...(postedOn === undefined ? {} : { postedOn }),
    ...(lastDay === undefined ? {} : { lastDay }),
    ...(place === undefined ? {} : { place }),
    rows: listed.map((row, index) => rowOf(row, period, sheets[index])).toSorted((a, b) => a.rosterNumber - b.rosterNumber),
  };
}

function rowOf(row: BranchMonthView['rows'][number], period: string, sheet: SheetView | undefined): Row {
  return {
    rosterNumber: row.rosterNumber,
    name: row.name,
    baseBalance: sheet?.yearToDate.baseBalance ?? 0,
    month: sheet?.months.find((month) => month.period === period)?.totals ?? nought,
    yearTotal: sheet?.yearToDate.total ?? row.yearToDate ?? 0,
    remark: remarkOf(row),
  };
}

function remarkOf({ application, supplement }: BranchMonthView['rows'][number]): Row['remark'] {
  if (supplement) return 'supplement';
  if (application === 'absent' || application === 'waiting') return 'not-applied';
  return application === 'late' ? 'late' : 'none';
}
