import assert from 'node:assert/strict';
import { connections } from './connections.js';
import { test } from './harness.js';

test('in all that was done here the extension reached for no other machine', async () => {
  assert.deepEqual(connections, []);
});
