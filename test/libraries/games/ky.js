import ky from 'ky';

/** JSON, queries, retries, hooks, forms, bytes, errors, time limits. No progress: ky asks for streams then, which no mini game has. */
export default async function play() {
  const told = [];
  const api = ky.create({
    timeout: 20_000, retry: { limit: 3, delay: () => 20 },
    hooks: { afterResponse: [({ response }) => { told.push(response.status); }] },
    prefix: 'https://games.test',
  });
  const echoed = await api.post('echo', { json: { a: 1 }, searchParams: { q: 'x y' }, headers: { 'x-game': '1' } }).json();
  const flaky = await api.get('flaky', { searchParams: { key: `ky${Date.now()}` } }).json();
  const form = new FormData();
  form.set('name', 'value');
  const sent = await api.post('echo', { body: form }).json();
  const bytes = await api.get('bytes').arrayBuffer();
  const blob = await api.get('bytes').blob();
  const missing = await api.get('none').catch((error) => `${error.name} ${error.response.status}`);
  const late = await api.get('slow', { timeout: 100, retry: 0 }).catch((error) => error.name);
  const controller = new AbortController();
  const stopped = api.get('slow', { signal: controller.signal }).catch((error) => error.name);
  setTimeout(() => controller.abort(), 20);
  return [
    echoed.body, JSON.stringify(echoed.query), echoed.headers['x-game'], flaky.attempts, /name="name"\r\n\r\nvalue/.test(sent.body),
    Array.from(new Uint8Array(bytes)), blob.size, missing, late, await stopped, told.filter((status) => status === 503).length,
  ].join(' | ');
}
