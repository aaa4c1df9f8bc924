import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { services, sourceOf, wrongIn } from '../../infra/house/stairs.mjs';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** A small service: what each of its files imports. */
function wrongWith(files: Record<string, string>): string[] {
  const src = mkdtempSync(join(tmpdir(), 'stairs-'));
  made.push(src);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(src, file)), { recursive: true });
    writeFileSync(join(src, file), text);
  }
  return wrongIn(src);
}

describe('the folders of a service', () => {
  it.each(services)('stand on one another like stairs: %s', (service) => {
    expect(wrongIn(sourceOf(service))).toEqual([]);
  });

  it('form no circle by value, over however many', () => {
    const files = {
      'acts/act.ts': "import { sheet } from '../sheets/sheet.ts';",
      'sheets/sheet.ts': "import { row } from '../ledger/row.ts';",
      'ledger/row.ts': "export { act } from '../acts/act.ts';",
      'cards/card.ts': "import { act } from '../acts/act.ts';",
    };
    expect(wrongWith(files)).toContain('a circle: acts ledger sheets');
  });

  it('form none by type', () => {
    const files = {
      'acts/act.ts': "import type { Sheet } from '../sheets/sheet.ts';",
      'sheets/sheet.ts': "export type Sheet = { act: import('../acts/act.ts').Act };",
    };
    expect(wrongWith(files)).toContain('a circle: acts sheets');
  });

  it('import nothing that puts the service together; of the root only what imports no subject', () => {
    const files = {
      'routes.ts': "import { actRoutes } from './acts/acts.routes.ts';",
      'deps.ts': "import type { Act } from './acts/act.ts';",
      'problems.ts': 'export const problem = 409;',
      'acts/acts.routes.ts': "import { problem } from '../problems.ts';",
      'acts/act.ts': '',
      'sheets/sheet.ts': "import type { Deps } from '../deps.ts';",
    };
    expect(wrongWith(files)).toEqual(['composition belongs to the root alone: sheets → deps.ts']);
  });

  it('are imported by more than half of the others only where they import none', () => {
    const onActs = "import { act } from '../acts/act.ts';";
    const files = { 'cards/card.ts': '', 'ledger/row.ts': onActs, 'sheets/sheet.ts': onActs };
    expect(wrongWith({ ...files, 'acts/act.ts': '' })).toEqual([]);
    expect(wrongWith({ ...files, 'acts/act.ts': "import { card } from '../cards/card.ts';" })).toEqual([
      'more than half stand on acts, which stands on others',
    ]);
  });

  it('may import what they like in tests, fakes and builders', () => {
    const files = {
      'acts/act.ts': "import { sheet } from '../sheets/sheet.ts';",
      'sheets/sheet.ts': '',
      'sheets/sheet.test.ts': "import { act } from '../acts/act.ts';",
      'sheets/sheet.builders.ts': "import { act } from '../acts/act.ts';",
    };
    expect(wrongWith(files)).toEqual([]);
  });
});
