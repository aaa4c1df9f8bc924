import { readdirSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { DryRunStatus, determineHitLimitReached, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import '../whole/typescript.mjs';
import { collect } from './globals.mjs';

const rules = 'packages/domain/src';
const commands = 'packages/command-line/src';
const tested = new RegExp(`^(${rules}/(points|schemes|evaluation|year-end)|${commands})/.*\\.test\\.ts$`);
/** Reads the linter's source text, which the mutants change. */
const leftOut = `${commands}/reference-page-names.test.ts`;
/** Property tests come last: most mutants are killed before. */
const rank = (file) => (byChance.test(file) ? 2 : file.startsWith(commands) ? 1 : 0);
const isBuilder = (file) => file.endsWith('.builders.ts');
/** What a builder computes while it loads uses the unchanged rules and counts as no test; else each such line would cost a process. */
const builders = 'builders';
const byChance = /properties|bad-files|source-scheme\.test/;

/** Stryker's runner: the rules are loaded once; a mutant costs the tests that use it, up to the first failure. */
class KeptRules {
  #files = [];
  #sources = [];
  #builders = [];
  #loaded = false;
  #reads = 0;
  #stryker = strykersOwn();

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    register('./hooks.mjs', import.meta.url, { data: { copy: process.cwd() } });
    const { PROPERTY_RUNS: runs = '30', PROPERTY_SEED: seed = '1' } = process.env;
    fc.configureGlobal({ numRuns: Number(runs), seed: Number(seed), endOnFailure: true });
    const files = [rules, commands].flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => `${folder}/${name}`));
    this.#files = files.filter((file) => tested.test(file) && file !== leftOut).sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
    const loaded = files.filter((file) => file.endsWith('.ts') && !/\.test\.ts$|\/main\.ts$/.test(file));
    this.#sources = loaded.filter((file) => !isBuilder(file));
    this.#builders = loaded.filter(isBuilder);
  }

  async dryRun() {
    await this.#load();
    const tests = await this.#run(this.#files, () => true, false);
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.#stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit, disableBail }) {
    if (mutantActivation === 'static') this.#stryker.activeMutant = activeMutant.id;
    await this.#load();
    Object.assign(this.#stryker, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit ? 0 : undefined });
    const wanted = testFilter && new Set(testFilter);
    const files = wanted ? this.#files.filter((file) => testFilter.some((id) => id.split('#')[0] === file)) : this.#files;
    const tests = await this.#run(files, (id) => !wanted || wanted.has(id) || wanted.has(id.split('#')[0]), !disableBail);
    const endless = determineHitLimitReached(this.#stryker.hitCount, this.#stryker.hitLimit);
    return toMutantRunResult(endless ?? { status: DryRunStatus.Complete, tests }, disableBail);
  }

  async #load() {
    if (this.#loaded) return;
    const load = (file) => import(pathToFileURL(join(process.cwd(), file)).href);
    for (const file of this.#sources) await load(file);
    const { activeMutant } = this.#stryker;
    Object.assign(this.#stryker, { currentTestId: builders, activeMutant: undefined });
    for (const file of this.#builders) await load(file);
    delete this.#stryker.mutantCoverage?.perTest[builders];
    Object.assign(this.#stryker, { currentTestId: undefined, activeMutant });
    this.#loaded = true;
  }

  /** Loading a file counts as a test of its own, which may fail; all tests of the file use what is computed then. */
  async #run(files, isWanted, endsAtFirst) {
    const results = [];
    const once = async (id, run) => {
      this.#stryker.currentTestId = id;
      results.push(await resultOf(id, run));
      return results.at(-1).status === TestStatus.Success;
    };
    for (const file of files) {
      let said = { before: [], tests: [], after: [] };
      const url = pathToFileURL(join(process.cwd(), file)).href;
      let fine = await once(file, async () => {
        said = await collect(() => import(`${url}?read=${this.#reads++}`));
        for (const run of said.before) await run();
      });
      for (const [index, { run }] of said.tests.entries()) {
        if (!fine && endsAtFirst) break;
        if (isWanted(`${file}#${index}`)) fine = await once(`${file}#${index}`, run);
      }
      this.#stryker.currentTestId = undefined;
      for (const run of said.after) await run();
      if (!fine && endsAtFirst) break;
    }
    return results;
  }
}

/** The messages between the runner and the mutated code. */
function strykersOwn() {
  globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};
  return globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE];
}

async function resultOf(id, run) {
  const begun = performance.now();
  const named = { id, name: id, fileName: id.split('#')[0] };
  try {
    await run();
    return { ...named, status: TestStatus.Success, timeSpentMs: performance.now() - begun };
  } catch (failure) {
    const failureMessage = String(failure?.message ?? failure).slice(0, 300);
    return { ...named, status: TestStatus.Failed, failureMessage, timeSpentMs: performance.now() - begun };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'kept-rules', KeptRules)];
