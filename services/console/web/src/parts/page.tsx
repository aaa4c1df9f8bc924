import { Flex } from 'antd';
import { type ReactNode, useEffect } from 'react';

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
