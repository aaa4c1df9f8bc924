import { Table, type TableProps } from 'antd';
import { useEffect, useRef } from 'react';

type WideTableProps<T> = TableProps<T> & { label: string; width: number };

/** A table that scrolls sideways on narrow screens, by keyboard too. */
export function WideTable<T>({ label, width, ...table }: WideTableProps<T>) {
  const room = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const scroller = room.current?.querySelector('.ant-table-content');
    scroller?.setAttribute('tabindex', '0');
    scroller?.setAttribute('role', 'region');
    scroller?.setAttribute('aria-label', label);
  }, [label]);
  return (
    <div ref={room}>
      <Table<T> size="small" pagination={false} {...table} scroll={{ x: width }} />
    </div>
  );
}
