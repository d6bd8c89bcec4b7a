/** Whether the host of an address is this machine itself, where nothing crosses a network. */
export function isLoopback(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname.toLowerCase());
}
