import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tickOf } from '../../../web/wwwroot/js/poll.js';

const headers = (etag) => new Headers({
  ETag: etag, 'OpsBoard-Time': '2026-11-21T10:00:05.000+08:00', 'OpsBoard-Build': '0.1.0+9c1e', 'OpsBoard-Day': '2026-11-21', 'OpsBoard-Feed-Age': '400',
});

test('an answer without a body carries the tick as headers', () => assert.deepEqual(tickOf(headers('"k3f9.8123"')), {
  kind: 'tick', epoch: 'k3f9', version: 8123, serverTime: '2026-11-21T10:00:05.000+08:00', businessDay: '2026-11-21', build: '0.1.0+9c1e', feedAgeMs: 400,
}));

test('a weak name of the version is the same version', () => assert.equal(tickOf(headers('W/"k3f9.8123"')).version, 8123));

test('an answer without them carries none', () => assert.equal(tickOf(new Headers({ ETag: '"k3f9.8123"' })), null));
