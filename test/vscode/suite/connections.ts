import dns from 'node:dns';
import net from 'node:net';

/** Where in our own bundle something was called that reaches another machine. VS Code itself may do so. */
export const connections: string[] = [];

function watch<T extends object, K extends keyof T & string>(of: T, name: K): void {
  const real = of[name] as (...args: unknown[]) => unknown;
  of[name] = function (this: unknown, ...args: unknown[]) {
    const { stack = '' } = new Error();
    if (/[\\/]dist[\\/]client\.cjs/.test(stack)) connections.push(`${name}\n${stack}`);
    return real.apply(this, args);
  } as T[K];
}

// http, https, http2, tls and fetch all connect a socket.
watch(net.Socket.prototype, 'connect');
watch(dns, 'lookup');
watch(globalThis, 'fetch');
