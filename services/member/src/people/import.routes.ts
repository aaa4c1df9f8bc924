import { memberInternals } from '@jifen/contracts';
import { implement, type Route } from '@jifen/service-kit';
import { toProblem } from '../problems.ts';
import { type ImportDeps, importCounty } from './import-county.ts';

export function importRoutes(deps: ImportDeps & { afterWrite: () => void }): Route[] {
  return [
    implement(memberInternals.importCounty, async ({ body, audit }) => {
      const imported = await importCounty(deps, body);
      if (!imported.ok) return toProblem(imported.refusal);
      await audit.record({ target: 'county', details: { ...imported.value } });
      deps.afterWrite();
      return { status: 200, body: imported.value };
    }),
  ];
}
