// The first way: a WebSocket to the hub. The client library's own reconnecting and keep-alive are not used: it calls itself
// connected when it is not.

/** `pace` is desk where one frame a second is enough. */
export function hub(scope, pace, on) {
  const { HubConnectionBuilder, HttpTransportType, LogLevel } = globalThis.signalR;
  const connection = new HubConnectionBuilder()
    .withUrl(`/hubs/board?pace=${pace}`, { skipNegotiation: true, transport: HttpTransportType.WebSockets })
    .configureLogging(LogLevel.None)
    .build();
  connection.on('Snapshot', on.snapshot);
  connection.on('Patch', on.patch);
  connection.on('Tick', on.tick);
  connection.onclose(() => on.lost());

  const ask = async () => on.snapshot(await connection.invoke('Subscribe', scope));

  return {
    async open() {
      await connection.start();
      await ask();
    },
    ask,
    ack: (version) => connection.send('Ack', version).catch(() => {}),
    close: () => connection.stop().catch(() => {}),
  };
}
