// The second way: server-sent events. The browser's own reconnecting is not used, since it has neither jitter nor an end.

export function stream(scope, pace, on) {
  let source = null;
  const take = (handler) => (event) => handler(JSON.parse(event.data));

  // The stream itself begins with a snapshot: one that was fetched beside it would not be where its patches start.
  const open = () => new Promise((resolve, reject) => {
    source?.close();
    source = new EventSource(`/api/v1/live?scope=${encodeURIComponent(scope)}&pace=${pace}`);
    source.addEventListener('snapshot', take(on.snapshot));
    source.addEventListener('patch', take(on.patch));
    source.addEventListener('tick', take(on.tick));
    source.onopen = () => resolve();
    source.onerror = (event) => {
      event.target.close();
      reject(new Error('The stream broke.'));
      if (event.target === source) on.lost();
    };
  });

  return { open, ask: open, ack: () => {}, close: () => source?.close() };
}
