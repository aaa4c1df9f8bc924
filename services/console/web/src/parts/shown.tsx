import { words } from '@jifen/wording';
import { Card, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../api/client.ts';
import { RefusalAlert } from './outcome.tsx';

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
