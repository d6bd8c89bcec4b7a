import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientKey } from '../../src/channels/client-key.ts';

describe('the key of a client', () => {
  it('is the same for all ways of writing an IPv4 address', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(clientKey(address, undefined, 0)).toBe(address);
        expect(clientKey(`::ffff:${address}`, undefined, 0)).toBe(address);
        expect(clientKey(`::FFFF:${address}`, undefined, 0)).toBe(address);
      }),
    );
  });

  it('is the same for a whole home network of IPv6, and another for the next', () => {
    const home = clientKey('2001:db8:0:7::1', undefined, 0);
    expect(clientKey('2001:0DB8:0000:0007:ffff:1:2:3', undefined, 0)).toBe(home);
    expect(clientKey('2001:db8:0:7:0:0:0:1%eth0', undefined, 0)).toBe(home);
    expect(clientKey('2001:db8:0:8::1', undefined, 0)).not.toBe(home);
  });

  it('is never what the client itself wrote', () => {
    expect(clientKey('203.0.113.9', '1.1.1.1', 0)).toBe('203.0.113.9');
    expect(clientKey('10.0.0.1', '1.1.1.1, 203.0.113.9', 1)).toBe('203.0.113.9');
    expect(clientKey('10.0.0.1', '1.1.1.1, 203.0.113.9, 10.0.0.2', 2)).toBe('203.0.113.9');
  });

  it('falls back to the connection when a proxy wrote nothing', () => {
    expect(clientKey('203.0.113.9', undefined, 1)).toBe('203.0.113.9');
    expect(clientKey('203.0.113.9', '', 2)).toBe('203.0.113.9');
  });

  it.each([
    ['203.0.113.9:4711', '203.0.113.9'],
    ['[2001:db8:0:7::1]:4711', '2001:db8:0:7::/64'],
    ['[2001:db8:0:7::1]', '2001:db8:0:7::/64'],
    ['[::ffff:203.0.113.9]:4711', '203.0.113.9'],
  ])('does not change with the port that a proxy notes: %s', (written, key) => {
    expect(clientKey('10.0.0.1', written, 1)).toBe(key);
  });

  it.each(['unknown', '_hidden', '203.0.113', '203.0.113.9:x', '[nonsense]:1', '[]', '1:2', 'a, '])(
    'is that of the connection when the proxy wrote %j, which is no address',
    (written) => {
      expect(clientKey('10.0.0.1', written, 1)).toBe('10.0.0.1');
    },
  );

  it('comes out of whatever text stands in the header', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 3 }), (header, hops) => {
        expect(typeof clientKey('203.0.113.9', header, hops)).toBe('string');
      }),
    );
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        expect(clientKey(address, undefined, 0)).not.toBe('');
      }),
    );
  });
});
