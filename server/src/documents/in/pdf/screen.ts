/** For drawing only, and nothing is drawn; the library needs it to be there when it is loaded. */
(globalThis as { DOMMatrix?: unknown }).DOMMatrix ??= class {};
