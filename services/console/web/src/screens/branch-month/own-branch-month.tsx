import { words } from '@jifen/wording';
import { Empty } from 'antd';
import { Navigate } from 'react-router';
import { useMonths } from '../../api/queries.ts';
import { useSignedIn } from '../../parts/me.ts';
import { Shown } from '../../parts/page.tsx';
import { currentMonth, workingBranch } from '../../parts/posts.ts';

/** The menu's way to the month that one's own branch works on. */
export function OwnBranchMonth() {
  const me = useSignedIn();
  const months = useMonths();
  return (
    <Shown query={months}>
      {({ items }) => {
        const month = currentMonth(items, workingBranch(me));
        if (month) return <Navigate to={`/branches/${month.branchId}/${month.period}`} replace />;
        return (
          <Empty description={words.shell.noMonth}>
            <span className="muted">{words.shell.noMonthHint}</span>
          </Empty>
        );
      }}
    </Shown>
  );
}
