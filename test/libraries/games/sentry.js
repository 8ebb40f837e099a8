import * as Sentry from '@sentry/browser';

/** Errors that are caught, thrown in a timer and rejected reach the server, with crumbs of what the game did before. */
export default async function play() {
  Sentry.init({ dsn: 'https://key@games.test/sentry/1', tracesSampleRate: 1,
      integrations: [Sentry.browserTracingIntegration()], release: 'game@1' });
  // What it patched must work on: requests of both kinds, listeners, timers.
  const byFetch = await (await fetch('https://games.test/bytes')).arrayBuffer();
  const byRequest = await new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', 'https://games.test/none');
    request.onreadystatechange = () => request.readyState === 4 && resolve(request.status);
    request.send();
  });
  console.log('a line before the fall');
  const seen = [];
  const target = new EventTarget();
  const listener = { handleEvent: () => seen.push('told') };
  target.addEventListener('x', listener);
  target.dispatchEvent(new Event('x'));
  target.removeEventListener('x', listener);
  target.dispatchEvent(new Event('x'));
  Sentry.captureException(new TypeError('caught by the game'));
  setTimeout(() => { throw new Error('thrown in a timer'); });
  Promise.reject(new RangeError('rejected'));
  await new Promise((resolve) => setTimeout(resolve, 50));
  await Sentry.flush(20_000);
  const envelopes = await (await fetch('https://games.test/envelopes')).json();
  const text = envelopes.join('\n');
  // A fetch shows as the XMLHttpRequest that it is made of: Sentry only follows a fetch that is the browser's own.
  const crumbs = ['games.test/bytes', 'games.test/none', 'a line before the fall'].filter((crumb) => text.includes(crumb)).length;
  const errors = ['caught by the game', 'thrown in a timer', 'rejected'].filter((message) => text.includes(`"value":"${message}"`));
  await Sentry.close(1_000);
  return `${byFetch.byteLength} ${byRequest} ${seen} | ${errors.join(', ')} | ${crumbs} crumbs`;
}
