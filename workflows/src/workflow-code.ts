import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BundleOptions, WorkerOptions } from '@temporalio/worker';

/** Where `bundle.ts` writes the workflow code, beside the compiled worker. */
export const bundlePath = fileURLToPath(new URL('./workflow-bundle.js', import.meta.url));

/** The regulation and the contracts keep no state: every process of a worker shares one copy. */
export const bundleOptions: BundleOptions = {
  workflowsPath: fileURLToPath(new URL('./workflows.js', import.meta.url)),
  preloadModules: ['@jifen/contracts', '@jifen/domain'],
};

/** The code bundled beforehand, otherwise it is bundled at start. */
export function workflowCode(): Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath' | 'bundlerOptions'> {
  if (existsSync(bundlePath)) return { workflowBundle: { codePath: bundlePath } };
  const { workflowsPath, ...bundlerOptions } = bundleOptions;
  return { workflowsPath, bundlerOptions };
}
