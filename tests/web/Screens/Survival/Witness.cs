namespace OpsBoard.Web.Screens.Survival;

/// <summary>
/// Stands in the page before its own script and notes, at the socket, the stream and the answers, what the server said and when a line
/// was tried. It reads the messages for itself, so that what the page claims can be held against them.
/// </summary>
internal static class Witness
{
    public const string Script =
        """
        (() => {
          const later = window.setTimeout.bind(window);
          const proofs = new Map();
          const tries = [];
          let pending = 0, way = '', settling = [], ticking = [];

          const settle = (turns = 4) => later(() => {
            if (turns > 0) settle(turns - 1);
            else if (pending === 0) settling.splice(0).forEach(go => go());
          }, 0);
          const begin = name => {
            tries.push({ way: name, at: performance.now() });
            pending++;
            let open = true;
            return () => { if (open) { open = false; pending--; settle(); } };
          };
          // What the server said of a version, and for which instant it holds.
          const take = (name, m, isTick) => {
            if (!m || m.version === undefined || !m.epoch) return;
            const key = `${m.epoch}.${m.version}`;
            const at = isTick ? Date.parse(m.serverTime) - (m.feedAgeMs ?? 0) : Date.parse(m.asOf);
            proofs.set(key, Math.max(proofs.get(key) ?? 0, at));
            way = name;
            if (isTick) ticking.splice(0).forEach(go => go());
          };

          const Socket = window.WebSocket;
          window.WebSocket = class extends Socket {
            constructor(...args) {
              super(...args);
              const done = begin('hub');
              this.addEventListener('message', event => {
                if (typeof event.data !== 'string') return;
                for (const record of event.data.split('\u001e').filter(text => text).map(text => JSON.parse(text))) {
                  const tick = record.target === 'Tick';
                  take('hub', record.result ?? record.arguments?.[0], tick);
                  if (tick) done();
                }
              });
              this.addEventListener('close', done);
              this.addEventListener('error', done);
            }
          };

          const Source = window.EventSource;
          window.EventSource = class extends Source {
            constructor(...args) {
              super(...args);
              const done = begin('stream');
              for (const name of ['snapshot', 'patch', 'tick']) this.addEventListener(name, event => {
                take('stream', JSON.parse(event.data), name === 'tick');
                if (name === 'tick') done();
              });
              this.addEventListener('error', done);
              this.done = done;
            }

            // Whoever closes a stream hears no more of it.
            close() {
              super.close();
              this.done();
            }
          };

          const ask = window.fetch.bind(window);
          window.fetch = async (address, options) => {
            const isPoll = String(address).startsWith('/api/v1/units/');
            const done = isPoll ? begin('poll') : (pending++, () => { pending--; settle(); });
            try {
              const answer = await ask(address, options);
              const [copy, name] = [answer.clone(), /"([^".]+)\.(\d+)"/.exec(answer.headers.get('ETag') ?? '')];
              copy.text().then(body => {
                if (!isPoll || !name) return;
                if (answer.status === 200) take('poll', JSON.parse(body), false);
                take('poll', { epoch: name[1], version: Number(name[2]), serverTime: answer.headers.get('OpsBoard-Time'), feedAgeMs: Number(answer.headers.get('OpsBoard-Feed-Age')) }, true);
              }).catch(() => {}).finally(done);
              return answer;
            } catch (fault) {
              done();
              throw fault;
            }
          };

          window.witness = {
            // Resolves once every line that was tried has failed or told the time, and the page has taken it.
            settled: () => new Promise(go => { settling.push(go); settle(); }).then(() => null),
            tick: () => new Promise(go => { ticking.push(go); }).then(() => null),
            gaps: from => { const at = tries.slice(from).map(t => t.at); return at.slice(1).map((t, i) => t - at[i]); },
            tries: () => tries.length,
            way: () => way,
            claim: () => {
              const [body, page] = [document.body, JSON.parse(document.getElementById('page').textContent)];
              const shown = `${body.dataset.epoch}.${body.dataset.version}`;
              return {
                state: body.dataset.state,
                line: document.getElementById('line').textContent,
                clock: document.getElementById('clock').textContent,
                toldMs: Math.max(proofs.get(shown) ?? 0, shown === `${page.epoch}.${page.version}` ? page.asOf : 0),
              };
            },
          };
        })();
        """;

    /// <summary>A repeatable source of chance for the page (mulberry32).</summary>
    public static string Chance(int seed) =>
        $$"""
        (() => {
          let a = {{seed}};
          Math.random = () => { a = (a + 0x6D2B79F5) | 0; let t = Math.imul(a ^ (a >>> 15), 1 | a); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) / 4294967296; };
        })();
        """;
}
