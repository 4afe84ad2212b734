import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, dialog, session } from 'electron';
import { failureText } from '../wording/wording';
import { applySettings, desktopHandlers, systemLanguage } from './desktop';
import { startEngineProcess } from './engine-process';
import { handleDesktopCalls, onPageConnects } from './ipc';
import { keepChromiumOffline, lockDown } from './offline';
import { declareRendererScheme, serveRendererFiles } from './renderer-files';
import { openSettings } from './settings';
import { confineContents, openWindow } from './window';

const BUILT = import.meta.dirname;
const HOME = resolve(process.env.QUAERE_HOME || join(app.getPath('appData'), 'Quaere'));
/** What Chromium keeps for the window. */
const WINDOW_DATA = join(HOME, 'window');

if (!claimHome()) {
  app.exit(1);
} else if (!app.requestSingleInstanceLock()) {
  // The first instance gets `second-instance` and shows its window.
  app.exit(0);
} else {
  keepChromiumOffline();
  declareRendererScheme();
  confineContents();
  void app.whenReady().then(start);
}

async function start(): Promise<void> {
  lockDown(session.defaultSession);
  serveRendererFiles(session.defaultSession, join(BUILT, '..', 'renderer'));
  const engine = startEngineProcess(join(BUILT, 'engine.js'), {
    home: HOME,
    resources: app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'resources'),
    workers: { reader: join(BUILT, 'reader-worker.js'), model: join(BUILT, 'model-worker.js') },
  });
  stopBeforeQuit(engine.stop);

  const settings = await openSettings(HOME);
  applySettings(settings);
  const window = await openWindow({
    preload: join(BUILT, '..', 'preload', 'preload.cjs'),
    sizeFolder: WINDOW_DATA,
  });
  handleDesktopCalls(window, desktopHandlers(engine, settings));
  onPageConnects(window, () => engine.connect(window.webContents));
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
  // One window: without it there is nothing left to do, on macOS neither.
  app.on('window-all-closed', () => app.quit());
}

function stopBeforeQuit(stop: () => Promise<void>): void {
  let stopped = false;
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
}

/** Everything that Quaere keeps stands in one folder; the lock of the single instance is of that folder. */
function claimHome(): boolean {
  try {
    mkdirSync(WINDOW_DATA, { recursive: true });
    app.setPath('userData', WINDOW_DATA);
    return true;
  } catch {
    const { title, whatToDo } = failureText({ kind: 'not-writable', path: HOME }, systemLanguage());
    dialog.showErrorBox(title, whatToDo);
    return false;
  }
}
