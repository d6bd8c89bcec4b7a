import { connect, type Socket } from 'node:net';

/** Sends text as it is and gives what came back. The client's own half stays open, as a rude one's does. */
export function answerTo(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    let answered = '';
    socket.on('data', (data) => {
      answered += String(data);
    });
    socket.on('error', reject);
    socket.on('end', () => {
      socket.destroy();
      resolve(answered);
    });
    socket.write(text);
  });
}

/** Sends text, and then keeps on talking. Resolves once nobody at the other end takes any more of it. */
export function untilHungUp(port: number, text: string): Promise<void> {
  return new Promise((resolve) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    socket.resume();
    const talkOn = () => socket.write('x', (error) => (error ? socket.destroy() : setImmediate(talkOn)));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve());
    socket.on('end', talkOn);
    socket.write(text);
  });
}
