import { words } from '@jifen/wording';
import { Button } from 'antd';
import { useRef } from 'react';

/** A file that was read, or that is too large to be one. */
export type ReadFile = { name: string; text: string } | { tooLarge: true };
const mostBytes = 1024 * 1024;

type FileFieldProps = { name: string; onRead: (file: ReadFile) => void; busy?: boolean; chosen?: string; error?: string | undefined };

/** A button that asks for a file and reads it; the same file may be chosen again once it was changed. */
export function FileField({ name, onRead, busy = false, chosen, error }: FileFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File | undefined) => {
    if (!file) return;
    onRead(file.size > mostBytes ? { tooLarge: true } : { name: file.name.slice(0, 120), text: await file.text() });
    if (input.current) input.current.value = '';
  };
  return (
    <div className="field">
      <div className="row">
        <Button loading={busy} onClick={() => input.current?.click()}>
          {name}
        </Button>
        {chosen === undefined ? null : <span className="muted">{chosen}</span>}
      </div>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label={words.schemes.drafting.file}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => void read(event.target.files?.[0])}
      />
      {error === undefined ? null : (
        <span className="field-error" role="alert">
          {error}
        </span>
      )}
    </div>
  );
}
