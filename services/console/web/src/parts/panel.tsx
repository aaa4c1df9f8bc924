import { Card } from 'antd';
import type { ReactNode } from 'react';

type PanelProps = { title: string; extra?: ReactNode; children: ReactNode };

/** A card with a heading; what belongs beside the heading goes below it where there is no room. */
export function Panel({ title, extra, children }: PanelProps) {
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
