// A board of two units and its messages, with valid defaults: name only what matters.

export const some = {
  snapshot: (more = {}) => ({
    unit: 'hainan', epoch: 'k3f9', version: 8123, asOf: '2026-11-21T10:00:00.123+08:00', businessDay: '2026-11-21',
    freshness: { state: 'live', lastEventAt: '2026-11-21T09:59:58.000+08:00' },
    children: [{ unit: 'hainan/haikou', freshness: { state: 'live', lastEventAt: '2026-11-21T09:59:58.000+08:00' } }],
    shown: {
      'hainan.accepted': { t: ['12.3万', '123.4k'], s: 'ok' },
      'hainan/haikou.overdue': { t: '3', s: 'ok', l: 'overdue' },
    },
    ...more,
  }),
  patch: (more = {}) => ({
    kind: 'patch', epoch: 'k3f9', baseVersion: 8123, version: 8124, asOf: '2026-11-21T10:00:01.000+08:00',
    shown: { 'hainan/haikou.overdue': { t: '4', s: 'ok', l: 'overdue' } }, freshness: {}, ...more,
  }),
  tick: (more = {}) => ({
    kind: 'tick', epoch: 'k3f9', version: 8123, serverTime: '2026-11-21T10:00:05.000+08:00', businessDay: '2026-11-21',
    build: '0.1.0+9c1e', feedAgeMs: 400, ...more,
  }),
  words: {
    ages: ['{n} 秒', '{n} 分钟', '{n} 小时', '{n} 天'],
    asOf: '截至 {time}', still: '此页不会自动更新', live: '实时', dataAge: '数据 {age}前', cutOff: '画面断线', stoppedAt: '停在 {time}',
    retrying: '正在重连', offline: '离线 · {time} 的数据', feed: '服务端断流', reloading: '正在更换新版', paused: '已暂停', pausedAt: '数据停在 {time}', ago: '{age}前', neverHeard: '尚无',
    freshness: { live: '正常 · {age}前', late: '数据过期 · {age}前', silent: '未上报 · 自 {time}', never: '从未上报', closed: '非办公时间' },
    freshnessShort: { live: '', late: '过期', silent: '', never: '', closed: '非办公' },
  },
};
