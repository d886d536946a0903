/** What the suite uses of `node:assert/strict`, for an extension host that has no Node. */
export function ok(value: unknown, message?: string): asserts value {
  if (!value) throw new Error(message ?? `${show(value)} is not so`);
}

export function equal(found: unknown, expected: unknown, message = ''): void {
  ok(Object.is(found, expected), `${message}\nexpected ${show(expected)}\n   found ${show(found)}`);
}

export function deepEqual(found: unknown, expected: unknown, message = ''): void {
  ok(isSame(found, expected), `${message}\nexpected ${show(expected)}\n   found ${show(found)}`);
}

export function match(found: string, expected: RegExp, message = ''): void {
  ok(expected.test(found), `${message}\nexpected ${expected}\n   found ${show(found)}`);
}

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return Object.is(one, other);
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === others.length &&
    keys.every((key) => key in other && isSame(one[key as never], other[key as never]))
  );
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
