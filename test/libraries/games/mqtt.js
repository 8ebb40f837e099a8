import mqtt from 'mqtt';

/** Subscribes, publishes text and bytes, and leaves. Timers of its own sort need a Worker made of text, which no mini game has. */
export default async function play() {
  const client = mqtt.connect('wss://games.test/mqtt', { connectTimeout: 20_000, reconnectPeriod: 0, keepalive: 30,
      timerVariant: 'native' });
  await new Promise((resolve, reject) => client.once('connect', resolve).once('error', reject));
  await client.subscribeAsync('game/#', { qos: 1 });
  const received = [];
  const both = new Promise((resolve) => client.on('message', (topic, payload) => {
    received.push(topic === 'game/bytes' ? Array.from(payload).join() : payload.toString());
    if (received.length === 2) resolve();
  }));
  await client.publishAsync('game/text', 'grüß', { qos: 1 });
  await client.publishAsync('game/bytes', new Uint8Array([0, 1, 255]), { qos: 1 });
  await both;
  await client.endAsync();
  return received.join(' ');
}
