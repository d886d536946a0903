import { setFlagsFromString } from 'node:v8';

/**
 * Frees memory when the heap has grown by half, where V8 would let it grow to several times what is alive. A server that
 * waits for keys most of the time has the time, and the machine of its user has other uses for the memory.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=50');
}
