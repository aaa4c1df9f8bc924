import type { OperatedPart } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { Tag } from 'antd';
import { Panel } from '../../parts/panel.tsx';

const stores = [
  ['document-store', 'store'],
  ['redis', 'redis'],
  ['temporal', 'temporal'],
] as const;

/** As those see them who use them: one that misses a store says so for all. */
export function StoresPanel({ parts }: { parts: readonly OperatedPart[] }) {
  const checks = parts.flatMap(({ report }) => report?.process.checks ?? []);
  return (
    <Panel title={words.operations.stores}>
      <ul className="plain-list row">
        {stores.map(([store, check]) => (
          <li key={store} className="row">
            {words.operations.storeNames[store]}
            <Reachable found={checks.filter(({ name }) => name === check)} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Reachable({ found }: { found: readonly { ok: boolean }[] }) {
  if (found.length === 0) return <Tag>{words.operations.notTold}</Tag>;
  return found.every(({ ok }) => ok) ? (
    <Tag color="success">{words.operations.reachable}</Tag>
  ) : (
    <Tag color="error">{words.operations.away}</Tag>
  );
}
