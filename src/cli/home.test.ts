import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { homeFolder } from './home';

const user = resolve('home', 'mei');

test.each<[NodeJS.Platform, NodeJS.ProcessEnv, string]>([
  ['linux', {}, join(user, '.config', 'Quaere')],
  ['linux', { XDG_CONFIG_HOME: resolve('conf') }, resolve('conf', 'Quaere')],
  ['linux', { XDG_CONFIG_HOME: '' }, join(user, '.config', 'Quaere')],
  ['darwin', { XDG_CONFIG_HOME: resolve('conf') }, join(user, 'Library', 'Application Support', 'Quaere')],
  ['win32', { APPDATA: resolve('roaming') }, resolve('roaming', 'Quaere')],
  ['win32', {}, join(user, 'AppData', 'Roaming', 'Quaere')],
])('%s %j', (platform, env, expected) => {
  expect(homeFolder(undefined, { platform, env, homedir: user })).toBe(expected);
});

test('what is asked for goes before QUAERE_HOME, which goes before the default', () => {
  const env = { QUAERE_HOME: resolve('from-env') };
  expect(homeFolder('given', { platform: 'linux', env, homedir: user })).toBe(resolve('given'));
  expect(homeFolder(undefined, { platform: 'linux', env, homedir: user })).toBe(resolve('from-env'));
  expect(homeFolder('', { platform: 'linux', env: { QUAERE_HOME: '' }, homedir: user })).toBe(
    join(user, '.config', 'Quaere'),
  );
});
