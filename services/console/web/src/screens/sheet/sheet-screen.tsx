import type { SheetView } from '@jifen/contracts';
import { formatPoints, words } from '@jifen/wording';
import { Alert, Card, Empty, Select } from 'antd';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { useSheet, useToday } from '../../api/queries.ts';
import { LinkButton } from '../../parts/buttons.tsx';
import { useSignedIn } from '../../parts/me.ts';
import { Counts, Page, Panel, Shown } from '../../parts/page.tsx';
import { EntriesTable } from './entries-table.tsx';
import { MonthBars } from './month-bars.tsx';

export function OwnSheet() {
  const { memberId } = useSignedIn();
  return memberId === undefined ? <Empty description={words.shell.noBranch} /> : <Navigate to={`/sheets/${memberId}`} replace />;
}

/** 个人积分单: the year so far, month by month, entry by entry, and why. */
export function SheetScreen() {
  const { memberId = '' } = useParams();
  const [search] = useSearchParams();
  const asked = search.get('year');
  const sheet = useSheet(memberId, asked === null ? undefined : Number(asked));
  const subtitle = sheet.data ? `${words.sheet.of(sheet.data.name, sheet.data.year)} ${sheet.data.branchName}` : undefined;
  return (
    <Page title={words.sheet.title} subtitle={subtitle} actions={sheet.data ? <Tools sheet={sheet.data} /> : null}>
      <Shown query={sheet}>
        {(known) => (
          <div className="stack">
            <Card>
              <Summary sheet={known} />
            </Card>
            <Panel title={words.sheet.months}>
              <MonthBars sheet={known} />
            </Panel>
            <Panel title={words.sheet.entries}>
              <EntriesTable entries={known.entries} />
            </Panel>
          </div>
        )}
      </Shown>
    </Page>
  );
}

function Tools({ sheet }: { sheet: SheetView }) {
  const navigate = useNavigate();
  const today = useToday();
  const thisYear = Number(today.data?.today.slice(0, 4) ?? sheet.year);
  const years = [...new Set([thisYear, thisYear - 1, sheet.year])].toSorted((a, b) => b - a);
  return (
    <>
      <Select
        aria-label={words.sheet.year}
        value={sheet.year}
        onChange={(year) => void navigate(`/sheets/${sheet.memberId}?year=${year}`)}
        options={years.map((year) => ({ value: year, label: year }))}
      />
      <LinkButton to={`/print/sheet/${sheet.memberId}/${sheet.year}`} target="_blank">
        {words.sheet.print}
      </LinkButton>
    </>
  );
}

/** “截至6月得52分（同期满分55分）”; honour points apart; no grade before the year's end. */
function Summary({ sheet }: { sheet: SheetView }) {
  const { yearToDate: year, throughPeriod, objection } = sheet;
  const { blocks } = words.sheet;
  const shown = [
    [blocks.base, year.baseBalance],
    [blocks.task, year.task],
    [blocks.reward, year.reward],
    [blocks.honour, year.honour],
  ] as const;
  return (
    <div className="stack">
      <p className="headline num">
        {throughPeriod === undefined ? words.sheet.nothingYet : words.sheet.headline(throughPeriod, year.total, year.possibleMaximum)}
      </p>
      <Counts className="blocks" counts={shown.map(([name, points]) => [name, formatPoints(points)])} />
      <div className="muted">
        {year.honour > 0 ? <div>{words.sheet.honour(year.honour)}</div> : null}
        {year.rewardSurplus > 0 ? <div>{words.sheet.surplus(year.rewardSurplus)}</div> : null}
        <div>{words.sheet.noGrade}</div>
      </div>
      {objection ? (
        <Alert
          type="info"
          showIcon
          title={words.sheet.objection(objection.lastDay, objection.name, objection.telephone)}
          action={<LinkButton to={`/branches/${objection.branchId}/${objection.period}`}>{words.sheet.raise}</LinkButton>}
        />
      ) : (
        <span className="muted">{words.sheet.noObjection}</span>
      )}
    </div>
  );
}
