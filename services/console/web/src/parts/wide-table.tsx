import { words } from '@jifen/wording';
import { type PaginationProps, Table, type TableProps } from 'antd';
import { cloneElement, isValidElement, useEffect, useRef } from 'react';

type WideTableProps<T> = TableProps<T> & { label: string; width: number };

/** A table that scrolls sideways on narrow screens, by keyboard too. */
export function WideTable<T>({ label, width, pagination, ...table }: WideTableProps<T>) {
  const room = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const scroller = room.current?.querySelector('.ant-table-content');
    scroller?.setAttribute('tabindex', '0');
    scroller?.setAttribute('role', 'region');
    scroller?.setAttribute('aria-label', label);
  }, [label]);
  return (
    <div ref={room}>
      <Table<T>
        size="small"
        pagination={pagination ? { ...pagination, itemRender: withItsName } : false}
        {...table}
        scroll={{ x: width }}
      />
    </div>
  );
}

/** The buttons that turn the pages bear an arrow only. */
const withItsName: NonNullable<PaginationProps['itemRender']> = (_page, type, button) =>
  type !== 'page' && isValidElement<{ 'aria-label'?: string }>(button)
    ? cloneElement(button, { 'aria-label': words.shell.turn[type] })
    : button;
