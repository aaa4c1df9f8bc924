import type { SchemeVersionView } from '@jifen/contracts';
import { words } from '@jifen/wording';
import { App, Button } from 'antd';
import { useState } from 'react';
import { isClosed, useReplaceScheme } from '../../api/schemes.ts';
import { Panel } from '../../parts/page.tsx';
import { FileField, type ReadFile } from './file-field.tsx';
import { SchemeRefused } from './scheme-refused.tsx';
import { SchemeTable, schemeIn } from './scheme-table.tsx';

const said = words.schemes.content;
/** Longer than a browser needs to take the file. */
const keptMs = 10_000;

/** The scheme as a table; as a file it is taken away, mended and brought back. */
export function ContentPanel({ version }: { version: SchemeVersionView }) {
  return (
    <Panel title={said.title} extra={<Download version={version} />}>
      {isClosed(version) ? <span className="muted">{said.closed}</span> : <Replace version={version} />}
      <SchemeTable scheme={schemeIn(version.scheme)} />
    </Panel>
  );
}

function Download({ version: { scheme, number } }: { version: SchemeVersionView }) {
  const save = () => {
    const url = URL.createObjectURL(new Blob([JSON.stringify(scheme, null, 2)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = said.fileName(number);
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), keptMs);
  };
  return (
    <Button className="no-print" onClick={save}>
      {said.download}
    </Button>
  );
}

function Replace({ version: { id, revision } }: { version: SchemeVersionView }) {
  const { message } = App.useApp();
  const [tooLarge, setTooLarge] = useState(false);
  const replacing = useReplaceScheme(id);
  const replace = (file: ReadFile) => {
    replacing.reset();
    setTooLarge('tooLarge' in file);
    if ('tooLarge' in file) return;
    replacing.mutate({ ...file, replaces: revision }, { onSuccess: () => void message.success(said.replaced) });
  };
  return (
    <div className="stack-small no-print">
      <FileField
        name={said.replace}
        busy={replacing.isPending}
        onRead={replace}
        error={tooLarge ? words.schemes.drafting.tooLarge : undefined}
      />
      {replacing.error ? <SchemeRefused refused={replacing.error} /> : null}
    </div>
  );
}
