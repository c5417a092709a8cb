import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedBy, isPlain } from '../../../web/wwwroot/js/sheet.js';

test('an address asks for the sheet of the number that it names', () => {
  assert.equal(askedBy('http://board/units/hainan?period=month&figure=hainan%2Fhaikou.overdue'), 'hainan/haikou.overdue');
});

test('an address without a number asks for no sheet', () => {
  assert.equal(askedBy('http://board/units/hainan'), null);
  assert.equal(askedBy('http://board/units/hainan?figure='), null);
});

test('the list of events behind a number is a page of its own', () => {
  assert.equal(askedBy('http://board/units/hainan?figure=hainan.overdue&events=1'), null);
});

test('only the plain click opens a sheet in place: any other is left to the browser', () => {
  const click = { button: 0, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, defaultPrevented: false };

  assert.equal(isPlain(click), true);
  assert.equal(isPlain({ ...click, button: 1 }), false);
  assert.equal(isPlain({ ...click, ctrlKey: true }), false);
  assert.equal(isPlain({ ...click, metaKey: true }), false);
});
