import { type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { z } from 'zod';
import type { Outcome } from '../contract/bridge';
import { type DesktopCall, type DesktopResult, desktopCalls } from '../contract/desktop';
import { QuaereError, toFailure } from '../contract/errors';
import { CONNECT_CHANNEL } from '../contract/notice';
import { RENDERER_PAGE } from './renderer-files';

/** What a handler gets: parameters that fit their schema. */
type Checked<C extends DesktopCall> = z.output<(typeof desktopCalls)[C]['params']>;

/** One function for each call that the window may make of main. */
export type DesktopHandlers = {
  readonly [C in DesktopCall]: (
    params: Checked<C>,
    window: BrowserWindow,
  ) => DesktopResult<C> | Promise<DesktopResult<C>>;
};

const schemas: { readonly [C in DesktopCall]: { readonly params: z.ZodType<Checked<C>> } } = desktopCalls;

/** Answers the calls of this window's page, and of no other page or frame. */
export function handleDesktopCalls(window: BrowserWindow, handlers: DesktopHandlers): void {
  const handle = <C extends DesktopCall>(name: C): void => {
    ipcMain.handle(name, async (event, given): Promise<Outcome<DesktopResult<C>>> => {
      try {
        if (!isPage(event, window)) throw badRequest('not asked by the page of this window');
        const params = schemas[name].params.safeParse(given);
        if (!params.success) throw badRequest(z.prettifyError(params.error));
        return { ok: true, value: await handlers[name](params.data, window) };
      } catch (error) {
        return { ok: false, failure: toFailure(error) };
      }
    });
  };
  for (const name of Object.keys(desktopCalls).filter(isDesktopCall)) handle(name);
}

/** Calls back whenever the page of this window, loaded anew or again, asks for the engine. */
export function onPageConnects(window: BrowserWindow, connect: () => void): void {
  ipcMain.on(CONNECT_CHANNEL, (event) => {
    if (isPage(event, window)) connect();
  });
}

function isPage(event: IpcMainInvokeEvent | IpcMainEvent, window: BrowserWindow): boolean {
  if (window.isDestroyed() || event.sender !== window.webContents) return false;
  return event.senderFrame === window.webContents.mainFrame && event.senderFrame.url === RENDERER_PAGE;
}

function isDesktopCall(name: string): name is DesktopCall {
  return Object.hasOwn(desktopCalls, name);
}

function badRequest(detail: string): QuaereError {
  return new QuaereError({ kind: 'bad-request', detail });
}
