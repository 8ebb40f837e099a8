import { io } from 'socket.io-client';

const run = (transports) => new Promise((resolve, reject) => {
  const socket = io('https://games.test', { transports, forceNew: true, reconnection: false, timeout: 20_000 });
  const log = [];
  socket.on('connect_error', reject);
  socket.on('connect', async () => {
    log.push(await socket.emitWithAck('add', 2, 3));
    socket.on('bytes', (bytes) => {
      log.push(Array.from(new Uint8Array(bytes)).join());
      log.push(socket.io.engine.transport.name);
      socket.emit('leave');
    });
    socket.emit('bytes', new Uint8Array([1, 2, 3]));
  });
  socket.on('disconnect', (reason) => resolve([...log, reason].join(' ')));
});

/** Asks and is answered, sends bytes and gets them back: over a socket, and by polling. */
export default async function play() {
  return `${await run(['websocket'])}; ${await run(['polling'])}`;
}
