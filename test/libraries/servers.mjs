// The servers that the libraries' clients talk to, on loopback, in a process of their own. Tells its parent the ports.
import { Room, Server as ColyseusServer } from '@colyseus/core';
import { schema, t } from '@colyseus/schema';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { Aedes } from 'aedes';
import { createServer } from 'node:http';
import { Server as SocketServer } from 'socket.io';
import { WebSocketServer, createWebSocketStream } from 'ws';

const host = '127.0.0.1';
/** Envelopes that the Sentry SDK sent, as text. */
const envelopes = [];
const attempts = {};

const readBody = async (request) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};

// The page that plays the game is of another origin, which no phone knows.
const openToAll = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*',
    'access-control-allow-methods': '*', 'access-control-expose-headers': '*', 'access-control-max-age': '600' };

const web = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://any');
  if (pathname.startsWith('/socket.io/')) return;
  const answer = (status, body, headers = {}) => response.writeHead(status, { ...openToAll,
      'content-type': 'application/json', ...headers }).end(typeof body === 'string' ? body : JSON.stringify(body));
  if (request.method === 'OPTIONS') return answer(204, '');
  const body = await readBody(request);
  if (pathname === '/echo') answer(200, { method: request.method, headers: request.headers, query: [...searchParams],
      body: body.toString('latin1') }, { 'x-answer': 'yes' });
  else if (pathname === '/flaky') {
    const key = searchParams.get('key');
    attempts[key] = (attempts[key] ?? 0) + 1;
    answer(attempts[key] < 3 ? 503 : 200, { attempts: attempts[key] });
  } else if (pathname === '/slow') setTimeout(() => answer(200, {}), 30_000).unref();
  else if (pathname === '/bytes') response.writeHead(200, { ...openToAll,
      'content-type': 'application/octet-stream' }).end(Buffer.from([0, 1, 254, 255]));
  else if (pathname.startsWith('/sentry/')) {
    envelopes.push(body.toString());
    answer(200, { id: 'x' });
  } else if (pathname === '/envelopes') answer(200, envelopes);
  else answer(404, { missing: pathname });
});

const broker = await Aedes.createBroker();
const mqttSockets = new WebSocketServer({ noServer: true, handleProtocols: (protocols) => (protocols.has('mqtt') ? 'mqtt' : false) });
web.on('upgrade', (request, socket, head) => {
  if (request.url.startsWith('/mqtt')) mqttSockets.handleUpgrade(request, socket, head,
      (client) => broker.handle(createWebSocketStream(client), request));
});

const chat = new SocketServer(web, { cors: { origin: '*' }, destroyUpgrade: false });
chat.on('connection', (client) => {
  client.on('add', (one, other, reply) => reply(one + other));
  client.on('bytes', (bytes) => client.emit('bytes', Buffer.from(bytes).reverse()));
  client.on('leave', () => client.disconnect());
});

class Counter extends Room {
  state = new (schema({ count: t.number() }))().assign({ count: 0 });

  onCreate() {
    this.onMessage('add', (client, amount) => {
      this.state.count += amount;
      client.send('added', { by: client.sessionId, bytes: new Uint8Array([1, 2, 255]) });
    });
  }
}
const rooms = new ColyseusServer({ greet: false, transport: new WebSocketTransport() });
rooms.define('counter', Counter);

await new Promise((resolve) => web.listen(0, host, resolve));
await rooms.listen(0, host);
process.send({ web: web.address().port, rooms: rooms.transport.server.address().port });
process.on('disconnect', () => process.exit());
