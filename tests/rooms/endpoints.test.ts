import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as contracts from '@jifen/contracts';
import { productionIn } from './called-rules.ts';

const root = resolve(import.meta.dirname, '../..');
const groups = Object.entries(contracts).filter(([name]) => /(Endpoints|Internals|Tools|Lists)$/.test(name));
const said = groups.flatMap(([group, endpoints]) =>
  Object.entries(endpoints as Record<string, contracts.Endpoint>).map(([name, endpoint]) => ({ name: `${group}.${name}`, endpoint })),
);

/** `implement(…)` of a service's production files, each with the endpoint that it names. */
const implemented = (service: contracts.ServiceName) =>
  productionIn(root, [`services/${service}/src`]).flatMap(({ text }) =>
    [...text.matchAll(/\bimplement\(\s*(?:\{\s*\.\.\.)?(?:atConsole\()?([\w.]+)/g)].flatMap(([, name = '']) =>
      name.includes('.') ? [name] : [],
    ),
  );

describe('a route', () => {
  it.each(['member', 'scoring', 'notification', 'console'] as const)('of %s is said in the contracts and implemented once', (service) => {
    const names = said.filter(({ endpoint }) => endpoint.service === service).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(6);
    expect(implemented(service).toSorted()).toEqual(names.toSorted());
  });

  it('is said once: no two endpoints of a service have the same method and path', () => {
    const all = said.map(({ endpoint: { service, method, path } }) => `${service} ${method} ${path}`);
    expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([]);
  });
});
