import type { SheetView } from '@jifen/contracts';
import { formatPoints, words } from '@jifen/wording';
import { Alert } from 'antd';
import { Counts } from '../../parts/counts.tsx';
import { LinkButton } from '../../parts/link-button.tsx';

/** “截至6月得52分（同期满分55分）”; honour points apart; no grade before the year's end. */
export function Summary({ sheet }: { sheet: SheetView }) {
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
