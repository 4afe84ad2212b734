import { en, expect, searchField, test } from './app';
import { HOSTILE, writeMatter } from './documents';
import { dropFolder } from './drop';
import { ask, indexed, passages, preview } from './matter';

test('the page reaches nothing but the bridge', async ({ open }) => {
  const { app, window } = await open();

  expect(
    await window.evaluate(() => ['require', 'process', 'Buffer', 'module'].filter((name) => name in globalThis)),
  ).toEqual([]);
  expect(await window.evaluate(() => Object.keys(Reflect.get(globalThis, 'quaere')).sort())).toEqual([
    'call',
    'cancel',
    'desktop',
    'onEngineState',
    'onEvent',
    'pathsOfDrop',
  ]);
  const preferences = await app.evaluate(({ webContents }) =>
    // getLastWebPreferences is not in the public types.
    webContents.getAllWebContents().map((contents) => Reflect.get(contents, 'getLastWebPreferences').call(contents)),
  );
  expect(preferences).toHaveLength(1);
  expect(preferences[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
  });
});

test('the page cannot leave, open windows, get permissions or load anything from elsewhere', async ({ open }) => {
  const { app, window } = await open();
  const here = window.url();

  await window.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await window.evaluate(() => {
    location.href = 'file:///etc/passwd';
  });
  expect(await window.evaluate(() => globalThis.open('https://example.com/'))).toBeNull();
  expect(await window.evaluate(() => Notification.requestPermission())).toBe('denied');
  expect(
    await window.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'got it',
        (error) => error.name,
      ),
    ),
  ).toMatch(/NotAllowedError|NotFoundError/);
  for (const url of [
    'https://example.com/',
    'http://127.0.0.1:9/',
    'file:///etc/passwd',
    'app://elsewhere/index.html',
  ]) {
    expect(
      await window.evaluate(
        (address) =>
          fetch(address).then(
            () => 'loaded',
            () => 'refused',
          ),
        url,
      ),
    ).toBe('refused');
  }
  expect(
    await window.evaluate(
      () =>
        new Promise((resolve) => {
          const image = document.body.appendChild(document.createElement('img'));
          image.onload = () => resolve('loaded');
          image.onerror = () => resolve('refused');
          image.src = 'https://example.com/x.png';
        }),
    ),
  ).toBe('refused');

  // Without the page's policy the session still refuses.
  const fetched = app.evaluate(({ session }) =>
    session.defaultSession.fetch('http://127.0.0.1:9/').then(() => 'loaded', String),
  );
  expect(await fetched).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(window.url()).toBe(here);
  expect(app.windows()).toHaveLength(1);
});

test('the page is served with a content security policy, and nothing outside its folder is', async ({ open }) => {
  const { app, window } = await open();
  const headers = await app.evaluate(async ({ session }, url) => {
    const page = await session.defaultSession.fetch(url);
    const outside = await session.defaultSession.fetch(new URL('/%2e%2e/main/main.js', url).href);
    return { policy: page.headers.get('content-security-policy'), outside: outside.status };
  }, window.url());
  expect(headers.policy).toContain("default-src 'none'");
  expect(headers.policy).toContain("script-src 'self'");
  expect(headers.outside).toBe(404);

  const ran = await window.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.inline = true';
    document.body.append(script);
    return 'inline' in globalThis;
  });
  expect(ran).toBe(false);
});

test('HTML in a document and in its name is shown as text', async ({ open, folder }) => {
  const { files } = await writeMatter(folder);
  const { window } = await open();
  await dropFolder(window, folder);
  await indexed(window, files);

  await ask(window, HOSTILE.question);
  await expect(passages(window).first()).toContainText('<script>window.pwned = 2</script>');
  await expect(window.getByTestId('result-file').first()).toContainText(HOSTILE.file);
  await passages(window).first().getByRole('button').first().click();
  await expect(preview(window)).toContainText('<img src=x onerror="window.pwned=3">');
  await searchField(window).fill('<img src=x onerror="window.pwned=4">');
  await expect(window.getByTestId('summary')).not.toContainText(en.search.byWords);
  expect(await window.evaluate(() => 'pwned' in globalThis)).toBe(false);
});

test('main answers no call that does not fit, and no path of the page', async ({ open }) => {
  const { window } = await open();
  const answers = await window.evaluate(async () => {
    const { desktop, call } = Reflect.get(globalThis, 'quaere');
    return Promise.all([
      desktop('openFile', { path: '/etc/passwd' }),
      desktop('openFile', { matter: '../..', document: 1 }),
      desktop('openFile', { matter: '6f1c1d43-5d3c-4a5e-9d39-0d4f8c2f6b11', document: 1 }),
      desktop('writeSettings', { language: 'klingon' }),
      call('toString', {}),
    ]);
  });
  expect(answers.map((answer) => answer.failure?.kind)).toEqual([
    'bad-request',
    'bad-request',
    'matter-not-found',
    'bad-request',
    'bad-request',
  ]);
});
