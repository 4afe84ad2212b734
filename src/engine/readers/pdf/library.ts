import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
export type PdfDocument = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;
export type PdfTextItem = Exclude<Awaited<ReturnType<PdfPage['getTextContent']>>['items'][number], { id: string }>;

export type Opened =
  | { readonly ok: true; readonly document: PdfDocument; close(): Promise<void> }
  | { readonly ok: false; readonly reason: 'encrypted' | 'corrupt'; readonly detail: string };

let library: Promise<Pdfjs> | null = null;

/** Loaded when the first PDF comes: it takes 0.2 s. */
function load(): Promise<Pdfjs> {
  provideWithResolvers();
  library ??= import('pdfjs-dist/legacy/build/pdf.mjs');
  return library;
}

/** The one thing that pdf.js needs and neither Node 20 nor its legacy build has. */
function provideWithResolvers(): void {
  if ('withResolvers' in Promise) return;
  Object.defineProperty(Promise, 'withResolvers', {
    configurable: true,
    writable: true,
    value: () => {
      let resolve: unknown;
      let reject: unknown;
      const promise = new Promise((onResolve, onReject) => {
        resolve = onResolve;
        reject = onReject;
      });
      return { promise, resolve, reject };
    },
  });
}

/** Opens a PDF for its text alone: nothing is drawn, evaluated or fetched, and fonts and character maps come from the package. */
export async function openPdf(bytes: Uint8Array): Promise<Opened> {
  const { getDocument, PasswordException, VerbosityLevel } = await load();
  const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = (name: string) => join(assets, name) + sep;
  if (bytes.byteLength === 0) return { ok: false, reason: 'corrupt', detail: 'the file is empty' };
  const task = getDocument({
    // A copy: pdf.js takes the buffer over and empties it, and refuses Node's own Buffer.
    data: new Uint8Array(bytes),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    return { ok: true, document, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    if (error instanceof PasswordException)
      return { ok: false, reason: 'encrypted', detail: 'the file opens with a password' };
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: /encrypt/i.test(detail) ? 'encrypted' : 'corrupt', detail };
  }
}
