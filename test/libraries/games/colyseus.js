import { Client } from '@colyseus/sdk';

/** Joins a room, follows its state, exchanges messages, and leaves. */
export default async function play() {
  const client = new Client('wss://rooms.test');
  const room = await client.joinOrCreate('counter', { name: 'player' });
  const added = new Promise((resolve) => room.onMessage('added', resolve));
  const counted = new Promise((resolve) => room.onStateChange((state) => state.count === 5 && resolve(state.count)));
  room.send('add', 5);
  const { by, bytes } = await added;
  const count = await counted;
  const left = new Promise((resolve) => room.onLeave(resolve));
  await room.leave();
  return `count ${count}, mine ${by === room.sessionId}, bytes ${Array.from(bytes)}, left ${await left}`;
}
