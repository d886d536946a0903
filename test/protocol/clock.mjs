import { readFileSync } from 'node:fs';

/** Loaded by a server that is tested: what day it is stands in the file that `CLOCK` names. */
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length ? given : [readFileSync(process.env.CLOCK, 'utf8')]));
  }
};
