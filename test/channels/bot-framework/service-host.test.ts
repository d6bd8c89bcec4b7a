import { expect, it } from 'vitest';
import { serviceHostAllowed } from '../../../src/channels/bot-framework/service-host.ts';
import { readConfig } from '../../../src/config.ts';

const { allowedServiceHosts } = readConfig({});

it.each([
  '',
  'x',
  'https://evil.example/',
  'https://botframework.com.evil.example/',
  'https://evilbotframework.com/',
  'https://user@smba.trafficmanager.net/',
  'https://smba.trafficmanager.net@evil.example/',
  'http://smba.trafficmanager.net/',
  'https://169.254.169.254/metadata',
  'file:///etc/passwd',
  'http://localhost:3978/',
  'https://127.0.0.1/',
])('no answer is ever sent to %j', (url) => {
  expect(serviceHostAllowed(url, allowedServiceHosts, false)).toBe(false);
});

it.each([
  'https://smba.trafficmanager.net/uk/',
  'https://SMBA.trafficmanager.net/emea/',
  'https://webchat.botframework.com/',
  'https://smba.infra.gcc.teams.microsoft.com/teams/',
])('answers may go to %s', (url) => {
  expect(serviceHostAllowed(url, allowedServiceHosts, false)).toBe(true);
});

it.each(['http://localhost:56150/_connector', 'http://127.0.0.1:1/', 'http://[::1]:1/'])(
  'in development also to an emulator on this machine: %s',
  (url) => {
    expect(serviceHostAllowed(url, allowedServiceHosts, true)).toBe(true);
  },
);

it('development opens no other machine', () => {
  expect(serviceHostAllowed('http://192.168.1.4/', allowedServiceHosts, true)).toBe(false);
});
