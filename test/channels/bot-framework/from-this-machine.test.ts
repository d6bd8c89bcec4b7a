import { expect, it } from 'vitest';
import { fromThisMachine } from '../../../src/channels/bot-framework/from-this-machine.ts';

it.each([
  {},
  { host: '' },
  { host: 'evil.example:3978' },
  { host: 'localhost.evil.example' },
  { host: '127.0.0.1.evil.example' },
  { host: '192.168.1.4:3978' },
  { host: 'a b:c' },
  { host: 'localhost:3978', origin: 'http://localhost:3978' },
  { host: 'localhost:3978', origin: 'null' },
  { host: 'localhost:3978', forwarded: 'for=203.0.113.9' },
  { host: 'localhost:3978', 'x-forwarded-for': '203.0.113.9' },
  { host: 'localhost:3978', 'x-forwarded-host': 'evil.example' },
])('a request with the headers %j is from elsewhere', (headers) => {
  expect(fromThisMachine(headers)).toBe(false);
});

it.each(['localhost:3978', 'LOCALHOST', '127.0.0.1:3978', '[::1]:3978'])(
  'a request for %s by no page and no proxy is from this machine',
  (host) => {
    expect(fromThisMachine({ host, 'user-agent': 'emulator' })).toBe(true);
  },
);
