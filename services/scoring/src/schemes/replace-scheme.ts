import type { SchemeReplacement } from '@jifen/contracts';
import { ok, refuse, replaceContent } from '@jifen/domain';
import { type Asked, changeVersion, type VersionAnswer, type VersionPorts } from './change-version.ts';
import { readSchemeFile } from './draft-version.ts';

/** The mended file takes the draft's place; what was found and compared before belongs to the old one. */
export async function replaceScheme(ports: VersionPorts, asked: Asked & { body: SchemeReplacement }): VersionAnswer {
  const { name, text, replaces } = asked.body;
  const read = readSchemeFile(text);
  return changeVersion(ports, asked, (record) => {
    const state = replaceContent(record.state);
    if (!state.ok) return state;
    if (!read.ok) return read;
    const scheme = { ...read.value, version: record.number };
    if (JSON.stringify(scheme) === JSON.stringify(record.scheme)) return ok('same');
    if (replaces !== record.revision) return refuse({ code: 'scheme-changed-meanwhile', revision: record.revision });
    const { comparison: _old, ...kept } = record;
    const revision = record.revision + 1;
    const origin = { kind: 'file', title: name } as const;
    return ok({ record: { ...kept, scheme, revision, origin, state: state.value }, details: { revision } });
  });
}
