import axios, { AxiosHeaders } from 'axios';

/** Verbs, queries, JSON, forms, bytes, progress, errors, time limits and cancelling; over both ways that axios knows. */
const run = async (adapter) => {
  const api = axios.create({ baseURL: 'https://games.test/', adapter, timeout: 20_000 });
  const { data, headers, status } = await api.post('echo', { a: [1] }, { params: { q: 'ü b' }, headers: { 'X-Game': '1' } });
  const form = new FormData();
  form.append('file', new Blob(['abc'], { type: 'text/css' }), 'a.css');
  form.append('name', 'value');
  const sent = (await api.post('echo', form)).data;
  const bytes = (await api.get('bytes', { responseType: 'arraybuffer' })).data;
  const blob = (await api.get('bytes', { responseType: 'blob' })).data;
  const missing = await api.get('none').catch((error) => `${error.name} ${error.response.status} ${error.response.data.missing}`);
  const late = await api.get('slow', { timeout: 100 }).catch((error) => error.code);
  const controller = new AbortController();
  const stopped = api.get('slow', { signal: controller.signal }).catch((error) => error.code);
  controller.abort();
  const query = (await api.post('echo', new URLSearchParams({ a: 'b c' }))).data;
  return [
    status, AxiosHeaders.from(headers).get('x-answer'), data.body, data.headers['x-game'], JSON.stringify(data.query),
        data.headers['content-type'],
    /^multipart\/form-data/.test(sent.headers['content-type']) && /filename="a.css"\r\nContent-Type: text\/css\r\n\r\nabc/.test(sent.body) && /name="name"\r\n\r\nvalue/.test(sent.body),
    Array.from(new Uint8Array(bytes)), blob instanceof Blob && blob.size, missing, late, await stopped, query.body,
        query.headers['content-type'],
  ].join(' | ');
};

export default async function play() {
  const byRequest = await run('xhr');
  const byFetch = await run('fetch');
  // By fetch axios calls a late answer ETIMEDOUT, by XMLHttpRequest ECONNABORTED: in browsers too.
  return byRequest === byFetch.replace('ETIMEDOUT', 'ECONNABORTED') ? byRequest : `xhr: ${byRequest}\nfetch: ${byFetch}`;
}
