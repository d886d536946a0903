import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';

/**
 * Loaded before a program: writes down and refuses whatever would reach another machine, by any way that Node has.
 * Names the file to write to in `KAMERBRIEF_CONNECTIONS`.
 */

function refuse(what) {
  return () => {
    appendFileSync(process.env.KAMERBRIEF_CONNECTIONS, `${what}\n${new Error().stack}\n`);
    throw new Error(`${what} was called`);
  };
}

// http, https, http2, tls and fetch all connect a socket.
net.Socket.prototype.connect = refuse('net.connect');
dgram.Socket.prototype.send = refuse('dgram.send');
dgram.Socket.prototype.connect = refuse('dgram.connect');
for (const of of [dns, dns.promises])
  for (const name of Object.keys(of))
    if (/^(?:lookup|resolve|reverse)/.test(name)) of[name] = refuse(`dns.${name}`);
globalThis.fetch = refuse('fetch');
