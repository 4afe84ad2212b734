import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Language } from '../wording/language';
import { menuWording } from '../wording/menu';

/** Sets the menu bar: Electron's roles, which bring the system's own shortcuts, under our words. */
export function setMenu(language: Language): void {
  const words = menuWording[language];
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const mac = process.platform === 'darwin';

  const about: MenuItemConstructorOptions = { role: 'about', label: words.about };
  const quit: MenuItemConstructorOptions = { role: 'quit', label: words.quit };
  const application: MenuItemConstructorOptions = {
    label: app.name,
    submenu: [
      about,
      separator,
      { role: 'services', label: words.services },
      separator,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      separator,
      quit,
    ],
  };
  const file: MenuItemConstructorOptions = {
    label: words.file,
    submenu: [{ role: 'close', label: words.close }, ...(mac ? [] : [separator, quit])],
  };
  const edit: MenuItemConstructorOptions = {
    label: words.edit,
    submenu: [
      { role: 'undo', label: words.undo },
      { role: 'redo', label: words.redo },
      separator,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'selectAll', label: words.selectAll },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: words.view,
    submenu: [
      { role: 'resetZoom', label: words.actualSize },
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      separator,
      { role: 'togglefullscreen', label: words.fullScreen },
      ...(app.isPackaged ? [] : [separator, { role: 'toggleDevTools', label: words.developerTools } as const]),
    ],
  };
  const window: MenuItemConstructorOptions = {
    role: 'window',
    label: words.window,
    submenu: [{ role: 'minimize', label: words.minimize }],
  };
  const help: MenuItemConstructorOptions = { role: 'help', label: words.help, submenu: [about] };

  const bar = mac ? [application, file, edit, view, window] : [file, edit, view, help];
  Menu.setApplicationMenu(Menu.buildFromTemplate(bar));
  app.setAboutPanelOptions({
    applicationName: app.name,
    applicationVersion: app.getVersion(),
    copyright: words.aboutText,
  });
}
