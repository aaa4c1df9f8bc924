/** The import matrix. Each rule has a probe of its name under tests/rooms/probes that breaks it. */

/** A path in the house, or in a probe's small copy of it. */
const at = (pattern) => `(?:^|/)${pattern}`;
/** A library, whether resolved or not. */
const library = (names) => `(?:^|/node_modules/)(?:${names})(?:/|$)`;

const forTests = '\\.(?:test|suite|fakes?|builders)\\.tsx?$|/testing\\.tsx?$|/test-support/|/dist/';
const tests = '^tests/(?!rooms/probes/)';
const anyRoom = '(?:packages|services|workflows|infra)/';
const frameworks = 'express|mongoose|bullmq|ioredis|nodemailer|pino|helmet|supertest';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const room = (pattern) => ({ path: at(pattern), pathNot: forTests });

module.exports = {
  forbidden: [
    rule('domain-imports-nothing', 'The regulation is pure: no library, no node:*, no other room.', room('packages/domain/src/'), {
      pathNot: at('packages/domain/src/'),
    }),
    rule('contracts-know-no-framework', 'Contracts import the domain and zod.', room('packages/contracts/src/'), {
      pathNot: [at('packages/(?:contracts|domain)/src/'), library('zod')],
    }),
    rule('wording-holds-no-logic', 'Sentences need the shapes of domain and contracts, nothing else.', room('packages/wording/src/'), {
      pathNot: at('packages/(?:wording|contracts|domain)/src/'),
    }),
    rule('service-kit-knows-no-point', 'The kit knows contracts and libraries: no rule, no sentence.', room('packages/service-kit/src/'), {
      path: at('packages/(?:domain|wording|test-kit)/'),
    }),
    rule(
      'command-line-needs-no-server',
      'The command line reads files and asks the domain; no framework, no service.',
      room('packages/command-line/src/'),
      {
        pathNot: [at('packages/(?:command-line|contracts|domain|wording)/src/'), library('zod'), '^(?:node:)?fs$'],
      },
    ),
    rule('packages-know-no-service', 'Packages are used by services, never the other way round.', room('packages/'), {
      path: [at('(?:services|workflows|infra)/'), tests],
    }),
    rule(
      'services-are-strangers',
      'A service talks to another one by HTTP.',
      { path: at('services/([^/]+)/') },
      { path: at('services/'), pathNot: at('services/$1/') },
    ),
    rule('services-know-no-workflow', 'A service sends messages to processes; it does not import them.', room('services/'), {
      path: [at('(?:workflows|infra)/'), tests],
    }),
    rule(
      'temporal-in-one-file',
      'Only the adapter of the processes port speaks to Temporal.',
      { path: at('services/'), pathNot: `${forTests}|/processes/temporal-processes\\.ts$` },
      { path: library('@temporalio') },
    ),
    rule(
      'use-cases-are-pure',
      'A use case imports the domain and its own ports: no framework.',
      { path: at('services/(?:member|scoring)/src/[^/]+/[^/.]+\\.ts$'), pathNot: `${forTests}|/processes/temporal-processes\\.ts$` },
      { path: library(frameworks) },
    ),
    rule(
      'routes-know-no-store',
      'A route parses, calls a use case and answers; the store comes in by its port.',
      room('services/[^/]+/src/.*\\.(?:routes|view)\\.ts$'),
      { path: `\\.store\\.(?:mongo|redis)\\.ts$|${library('mongoose|ioredis|bullmq')}` },
    ),
    rule('web-computes-no-score', 'The web client shows what the services say.', room('services/console/web/src/'), {
      path: at('packages/(?:domain|service-kit|test-kit)/|services/console/src/'),
    }),
    rule(
      'steps-are-told-by-scoring',
      'The table of the steps is read where deadlines and months are kept; everybody else is told what follows from it.',
      {
        path: at(anyRoom),
        pathNot: `${forTests}|${at('(?:packages/domain|services/(?:scoring|member))/src/')}`,
      },
      { path: at('packages/domain/src/proceedings/'), dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'workflows-are-deterministic',
      'What runs in the sandbox imports @temporalio/workflow, domain, contracts and its own folders.',
      { path: at('workflows/src/.*\\.(?:workflow|messages)\\.ts$'), pathNot: forTests },
      {
        dependencyTypesNot: ['type-only'],
        pathNot: [
          at('workflows/src/(?!activities/)'),
          at('packages/(?:domain|contracts)/src/'),
          library('@temporalio/(?:workflow|common)'),
        ],
      },
    ),
    rule(
      'workflows-reach-no-node',
      'Nothing that a workflow reaches uses node:* or a library of the outside.',
      { path: at('workflows/src/.*\\.workflow\\.ts$'), pathNot: forTests },
      {
        path: `^(?:node:)?(?:fs|http|https|net|crypto|os|child_process)$|${library(`${frameworks}|@temporalio/(?:client|worker|activity)`)}`,
        reachable: true,
      },
    ),
    rule(
      'activities-hold-no-rule',
      'An activity calls a service; it decides nothing and opens no database.',
      room('workflows/src/activities/'),
      {
        path: `${at('packages/domain/')}|${library(frameworks)}`,
      },
    ),
    rule(
      'tests-stay-outside',
      'What runs in production imports no test, fake or builder.',
      { path: at(anyRoom), pathNot: `${forTests}|${at('packages/test-kit/')}` },
      { path: `\\.(?:test|suite|fakes?|builders)\\.tsx?$|${at('packages/test-kit/')}` },
    ),
    rule(
      'no-circles',
      'Two files that need each other, if only for a type, are one file, or three.',
      { path: at(anyRoom) },
      {
        circular: true,
      },
    ),
    rule('named-dependencies', "A library is in its room's package.json.", room('(?:packages|services|workflows)/'), {
      dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'],
    }),
  ],
  options: {
    parser: 'tsc',
    tsPreCompilationDeps: 'specify',
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['/dist/', '^node_modules/\\.cache'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
    },
  },
};
