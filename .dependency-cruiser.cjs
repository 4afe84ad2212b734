// The arrows of the design: who may import whom.

/** Tests, and what is there for tests only. */
const TESTS = '[.-](test|fixture|suite)[.]tsx?$|/fixtures/';

/** The files of one room of src/, its tests aside: these may import anything that stands beside them. */
const room = (pattern) => ({ path: `^src/${pattern}`, pathNot: TESTS });

/**
 * @param {string} name
 * @param {string} comment
 * @param {string} from a room
 * @param {string[]} allowed patterns of what it may import beside its own files
 */
const mayImportOnly = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: room(from),
  to: { pathNot: [`^src/${from}`, ...allowed] },
});

const mayNotImport = (name, comment, from, path) => ({
  name,
  comment,
  severity: 'error',
  from: room(from),
  to: { path },
});

const CONTRACT = '^src/contract/';
const WORDING = '^src/wording/';
const ELECTRON = '(^|node_modules/)electron(/|$)';
const package_ = (names) => `^node_modules/(${names})(/|$)`;
const RENDERER_PACKAGES = package_(
  'react|react-dom|zustand|zod|@mantine/[^/]+|@tabler/[^/]+|@tanstack/[^/]+|@types/react|@types/react-dom',
);

const BUILD_ENTRIES = [
  '^src/main/main[.]ts$',
  '^src/engine/host/utility[.]ts$',
  '/worker[.]ts$',
  '^src/preload/preload[.]ts$',
];

module.exports = {
  forbidden: [
    mayImportOnly(
      'contract-stands-alone',
      'Both sides of every border read the contract: it knows nothing but zod.',
      'contract/',
      [package_('zod')],
    ),
    mayImportOnly(
      'wording-is-text',
      'The sentences that users read name things of the contract, and know nothing else.',
      'wording/',
      [CONTRACT],
    ),
    mayNotImport(
      'engine-without-a-shell',
      'The engine runs the same under Electron, in the CLI and in tests: it knows none of them.',
      'engine/',
      [ELECTRON, '^src/(main|preload|renderer|cli|sidecar|wording)/'],
    ),
    mayNotImport('sidecar-without-electron', 'The supervisor of Ollama is tested as plain Node code.', 'sidecar/', [
      ELECTRON,
      '^src/(main|preload|renderer|cli|engine|wording)/',
    ]),
    mayImportOnly('renderer-sees-the-contract', 'The window reaches the rest only through the contract.', 'renderer/', [
      CONTRACT,
      WORDING,
      RENDERER_PACKAGES,
    ]),
    mayImportOnly('preload-is-a-bridge', 'The preload script is the contract laid over raw IPC.', 'preload/', [
      CONTRACT,
      ELECTRON,
    ]),
    mayNotImport('cli-without-electron', 'The command line is the engine in a terminal.', 'cli/', [
      ELECTRON,
      '^src/(main|preload|renderer)/',
    ]),
    mayNotImport('main-holds-no-search', 'Main forks the built engine and talks to it through the contract.', 'main/', [
      '^src/(engine|preload|renderer|cli)/',
    ]),
    mayNotImport('language-knows-no-engine', 'Language is pure text work.', 'engine/language/', [
      '^src/engine/(?!language/)',
    ]),
    mayNotImport(
      'engine-parts-below-the-paths',
      'ingest/ and search/ put the parts together; the parts do not know them.',
      'engine/(readers|models|store)/',
      ['^src/engine/(ingest|search)/'],
    ),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['[.]d[.]ts$', TESTS, '^(e2e|bench)/', ...BUILD_ENTRIES] },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere escapes every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-packages-at-run-time',
      severity: 'error',
      from: room('(engine|sidecar|main|cli)/'),
      to: { dependencyTypes: ['npm-dev'], pathNot: [ELECTRON, '^node_modules/@types/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
