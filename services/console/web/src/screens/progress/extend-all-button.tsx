import { words } from '@jifen/wording';
import { Button } from 'antd';
import { useState } from 'react';
import { ExtendAllDialog } from './extend-all-dialog.tsx';

type ExtendAllButtonProps = { periods: readonly string[]; period: string | undefined; today: string };

/** 全县延期: more time for a step of a month, in every branch. */
export function ExtendAllButton(asked: ExtendAllButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.extension.all.button}</Button>
      {open ? <ExtendAllDialog {...asked} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
