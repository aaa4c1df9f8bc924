import { describe, expect, it } from '@jest/globals';
import { chosenNode } from './node.mjs';

describe('the Node that services and tests run on', () => {
  it('comes with the packages, whatever Node starts the bootstrap', () => {
    expect(chosenNode({ version: '20.19.0' })).toMatch(/\/node_modules\/node-.+\/bin\/node$/);
  });

  it('is the one at hand where no package brings one, from 24 on', () => {
    expect(chosenNode({ machine: 'sunos-x64', version: '24.0.0' })).toBe(process.execPath);
  });

  it('is asked for in a sentence where there is none', () => {
    expect(() => chosenNode({ machine: 'sunos-x64', version: '23.11.1' })).toThrow(
      'Node 24 or later is needed, and no package brings it to sunos-x64: install it. This is Node 23.11.1.',
    );
  });

  it('is what the tests run on', () => {
    expect(Number.parseInt(process.versions.node, 10)).toBeGreaterThanOrEqual(24);
  });
});
