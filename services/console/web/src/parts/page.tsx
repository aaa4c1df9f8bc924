import { words } from '@jifen/wording';
import { Card, Flex, Skeleton } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { Refused } from '../api/client.ts';
import { RefusalAlert } from './outcome.tsx';

type PageProps = { title: string; subtitle?: ReactNode; actions?: ReactNode; children: ReactNode };

export function Page({ title, subtitle, actions, children }: PageProps) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className="stack">
      <div className="between">
        <div>
          <h1 className="page-title">{title}</h1>
          {subtitle ? <p className="page-subtitle">{subtitle}</p> : null}
        </div>
        <Flex gap={8} wrap>
          {actions}
        </Flex>
      </div>
      {children}
    </div>
  );
}

/** A card with a heading; what belongs beside the heading goes below it where there is no room. */
export function Panel({ title, extra, children }: { title: string; extra?: ReactNode; children: ReactNode }) {
  return (
    <Card>
      <div className="stack">
        <div className="between">
          <h2 className="panel-title">{title}</h2>
          {extra}
        </div>
        {children}
      </div>
    </Card>
  );
}

type Asked<T> = { data: T | undefined; error: Error | null; refetch: () => unknown };
type ShownProps<T> = { query: Asked<T>; children: (data: T) => ReactNode };

/** Skeleton while it is fetched, the reason and a way on when it failed, else the data. */
export function Shown<T>({ query, children }: ShownProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    const refused = asRefused(query.error);
    return <RefusalAlert refused={refused} {...wayOn(refused, () => query.refetch())} />;
  }
  return (
    <Card>
      <output className="sr-only">{words.shell.loading}</output>
      <Skeleton active title={false} paragraph={{ rows: 6 }} />
    </Card>
  );
}

/** Whoever may not see it is refused again; an old page asks in vain until it is loaded anew. */
function wayOn({ status, code }: Refused, retry: () => void) {
  if (code === 'page-outdated') return { retry: () => window.location.reload(), retryName: words.shell.refresh };
  return status === 403 ? {} : { retry };
}

function asRefused(error: Error): Refused {
  return error instanceof Refused ? error : new Refused({ status: 0, code: 'offline', facts: {} });
}

type CountsProps = { counts: readonly (readonly [name: string, count: number | string])[]; className?: string };

export function Counts({ counts, className = 'counters' }: CountsProps) {
  return (
    <dl className={className}>
      {counts.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}
