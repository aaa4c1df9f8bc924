import type { SheetView } from '@jifen/contracts';
import { componentNames, formatMonth, formatPoints, formatSigned, sheetMonthStateNames, traceSentence, words } from '@jifen/wording';
import { Drawer, Tag } from 'antd';
import { useState } from 'react';
import { HowApplied } from '../../parts/how-applied.tsx';

type Month = SheetView['months'][number];

/** Twelve months against their ceilings; each opens the answer to "why this number". */
export function MonthBars({ sheet }: { sheet: SheetView }) {
  const [opened, setOpened] = useState<Month>();
  return (
    <>
      <ol className="bars">
        {sheet.months.map((month) => (
          <li key={month.period}>
            <Bar month={month} onOpen={() => setOpened(month)} />
          </li>
        ))}
      </ol>
      <Drawer
        title={opened ? words.sheet.whyOf(opened.period) : ''}
        open={opened !== undefined}
        onClose={() => setOpened(undefined)}
        size={480}
        destroyOnHidden
      >
        {opened ? <Why month={opened} /> : null}
      </Drawer>
    </>
  );
}

function Bar({ month, onOpen }: { month: Month; onOpen: () => void }) {
  const { period, ceiling, totals } = month;
  const got = totals ? formatPoints(totals.task) : words.branchMonth.noValue;
  const height = totals && ceiling > 0 ? Math.min(100, Math.max(0, (totals.task / ceiling) * 100)) : 0;
  return (
    <button type="button" onClick={onOpen}>
      <span className="bar" aria-hidden="true">
        <i style={{ height: `${height}%` }} />
      </span>
      <span className="num">{words.sheet.monthOf(got, formatPoints(ceiling))}</span>
      <br />
      {formatMonth(period)}
      {month.broughtIn ? <small className="paper-mark">{words.earlierMonths.mark}</small> : null}
      <span className="sr-only">{words.sheet.why}</span>
    </button>
  );
}

function Why({ month }: { month: Month }) {
  const { totals, trace, state, hash, broughtIn } = month;
  return (
    <div className="stack">
      <div>
        <Tag>{sheetMonthStateNames[state]}</Tag>
        {broughtIn ? <Tag>{words.earlierMonths.mark}</Tag> : null}
      </div>
      <div>
        <HowApplied how={month} />
      </div>
      {totals ? (
        <div className="row num">
          {(['base', 'task', 'reward', 'honour'] as const).map((component) => (
            <span key={component}>
              <span className="muted">{componentNames[component]}</span>{' '}
              {component === 'base' ? formatSigned(totals.base) : formatPoints(totals[component])}
            </span>
          ))}
        </div>
      ) : null}
      {trace.length === 0 ? (
        <span className="muted">{words.sheet.noTrace}</span>
      ) : (
        <ol style={{ margin: 0, paddingInlineStart: 20 }}>
          {trace.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a trace are an order without identity
            <li key={index}>{traceSentence(step)}</li>
          ))}
        </ol>
      )}
      {hash === undefined ? null : <span className="muted num">{words.sheet.proof(hash.slice(0, 16))}</span>}
    </div>
  );
}
