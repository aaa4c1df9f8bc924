import { importAnswer, importRequest } from '@jifen/contracts';
import type { Route } from '@jifen/service-kit';
import { toProblem } from '../problems.ts';
import { route } from '../route.ts';
import { type ImportDeps, importCounty } from './import-county.ts';

export function importRoutes(deps: ImportDeps & { afterWrite: () => void }): Route[] {
  return [
    route({
      method: 'put',
      path: '/internal/import',
      summary: 'Brings organisations, people and posts to what is said; repeated, it changes nothing.',
      permission: { kind: 'service', services: ['seed'] },
      audit: 'county-imported',
      bodyLimitKb: 4_096,
      request: { body: importRequest },
      response: importAnswer,
      async handler({ body, audit }) {
        const imported = await importCounty(deps, body);
        if (!imported.ok) return toProblem(imported.refusal);
        await audit.record({ target: 'county', details: { ...imported.value } });
        deps.afterWrite();
        return { status: 200, body: imported.value };
      },
    }),
  ];
}
