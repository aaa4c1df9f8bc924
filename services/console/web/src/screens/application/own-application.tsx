import { words } from '@jifen/wording';
import { Empty } from 'antd';
import { Navigate } from 'react-router';
import { useMonths } from '../../api/queries.ts';
import { useSignedIn } from '../../parts/me.ts';
import { Shown } from '../../parts/page.tsx';
import { applicationMonth, ownBranch } from '../../parts/posts.ts';

/** The menu's way to one's own form: the month that takes applications now. */
export function OwnApplication() {
  const me = useSignedIn();
  const months = useMonths();
  return (
    <Shown query={months}>
      {({ items }) => {
        const month = applicationMonth(items, ownBranch(me));
        if (!month || me.memberId === undefined) return <Empty description={words.shell.noMonth} />;
        return <Navigate to={`/branches/${month.branchId}/${month.period}/application/${me.memberId}`} replace />;
      }}
    </Shown>
  );
}
