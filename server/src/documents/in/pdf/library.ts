/**
 * The library that reads PDF, made fit for a host without a screen: it asks for one type of drawing as it loads, and it
 * finds its second half, which it would else start as a worker of its own, beside it.
 */
import './screen.js';
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Letters, tables and pictures that are not in the file itself are never looked for. */
class Nothing {
  fetch(): Promise<never> {
    return Promise.reject(new Error('only what is in the file is read'));
  }
}

/**
 * Opens a file: nothing is fetched, run or drawn.
 * @throws PasswordException, InvalidPDFException, by their `name`
 */
export function open(bytes: Uint8Array): { document: Promise<PDFDocumentProxy>; close: () => Promise<void> } {
  const task = getDocument({
    // The library takes what it is given.
    data: bytes.slice(),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 0,
    CMapReaderFactory: Nothing,
    StandardFontDataFactory: Nothing,
    WasmFactory: Nothing,
  });
  return { document: task.promise, close: () => task.destroy() };
}
