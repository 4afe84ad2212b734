import { app, BrowserWindow, nativeTheme } from 'electron';
import { RENDERER_PAGE } from './renderer-files';
import { recallWindowSize, rememberWindowSize } from './window-size';

/** Opens the window, which shows itself once it has something to show. */
export async function openWindow(options: { preload: string; sizeFolder: string }): Promise<BrowserWindow> {
  const size = await recallWindowSize(options.sizeFolder);
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...size.bounds,
    minWidth: 760,
    minHeight: 480,
    show: false,
    title: app.name,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  rememberWindowSize(window, options.sizeFolder);
  window.once('ready-to-show', () => {
    if (size.maximized) window.maximize();
    window.show();
  });
  void window.loadURL(RENDERER_PAGE);
  return window;
}

/** Holds for every page that this app ever makes: it stays where it is and opens nothing. */
export function confineContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}
