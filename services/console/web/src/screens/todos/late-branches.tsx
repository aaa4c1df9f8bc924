import type { BranchMonthSummary } from '@jifen/contracts';
import { formatMonth, formatShortDay, stageNames, words } from '@jifen/wording';
import { useMonths } from '../../api/queries.ts';
import { LinkButton } from '../../parts/link-button.tsx';
import { Panel, Shown } from '../../parts/page.tsx';

const mostShown = 8;

/** For superiors, on their first page: which branches are past a deadline, and at which step. */
export function LateBranches() {
  const late = useMonths({ overdue: 'only', order: 'due-first', pageSize: mostShown });
  return (
    <Panel title={words.progress.lateTitle} extra={<LinkButton to="/progress">{words.progress.all}</LinkButton>}>
      <Shown query={late}>
        {({ items, total }) =>
          total === 0 ? (
            <span className="muted">{words.progress.noneLate}</span>
          ) : (
            <>
              <span className="muted">{words.progress.lateCount(total)}</span>
              <ul className="plain-list" aria-label={words.progress.lateTitle}>
                {items.map((month) => (
                  <LateBranch key={`${month.branchId}/${month.period}`} month={month} />
                ))}
              </ul>
            </>
          )
        }
      </Shown>
    </Panel>
  );
}

function LateBranch({ month: { branchId, branchName, period, stage, next } }: { month: BranchMonthSummary }) {
  return (
    <li className="todo">
      <div>
        <div className="todo-title">
          {branchName} {formatMonth(period)}
        </div>
        <div className="changed">
          {words.progress.lateStep(stageNames[stage], next?.lastDay === undefined ? '' : formatShortDay(next.lastDay))}
        </div>
      </div>
      <LinkButton to={`/branches/${branchId}/${period}`}>{words.progress.open}</LinkButton>
    </li>
  );
}
