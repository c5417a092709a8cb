// The second way: server-sent events. The browser's own reconnecting is not used, since it has neither jitter nor an end.

import { fetchSnapshot } from './poll.js';

export function stream(scope, on) {
  let source = null;
  const take = (handler) => (event) => handler(JSON.parse(event.data));

  return {
    open: () => new Promise((resolve, reject) => {
      source = new EventSource(`/api/v1/live?scope=${encodeURIComponent(scope)}`);
      source.addEventListener('snapshot', take(on.snapshot));
      source.addEventListener('patch', take(on.patch));
      source.addEventListener('tick', take(on.tick));
      source.onopen = () => resolve();
      source.onerror = () => {
        source.close();
        reject(new Error('The stream broke.'));
        on.lost();
      };
    }),
    ask: async () => {
      const { body } = await fetchSnapshot(scope, null);
      if (body) on.snapshot(body);
    },
    ack: () => {},
    close: () => source?.close(),
  };
}
