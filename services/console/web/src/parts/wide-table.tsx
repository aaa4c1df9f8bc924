import { words } from '@jifen/wording';
import { type PaginationProps, Table, type TableProps } from 'antd';
import { cloneElement, isValidElement, useEffect, useRef } from 'react';

type WideTableProps<T> = TableProps<T> & { label: string; width: number };
type ListPage = { page: number; pageSize: number; total: number };

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

/** Of a list that comes page by page; none where there is but one. */
export const pagesOf = ({ page, pageSize, total }: ListPage, onChange: (page: number) => void): PaginationProps | false =>
  total > pageSize && { current: page, pageSize, total, showSizeChanger: false, onChange };

/** The buttons that turn the pages bear an arrow only. */
const withItsName: NonNullable<PaginationProps['itemRender']> = (_page, type, button) =>
  type !== 'page' && isValidElement<{ 'aria-label'?: string }>(button)
    ? cloneElement(button, { 'aria-label': words.shell.turn[type] })
    : button;
