export interface Stream {
  readonly socket: WebSocket;
  /** Whether it ever worked, once it has closed. */
  readonly closed: Promise<boolean>;
}

/** The socket of a conversation; empty frames only keep it awake. */
export function openStream(url: string, opened: () => void, heard: (data: string) => void): Stream {
  const socket = new WebSocket(url);
  let worked = false;
  socket.onopen = () => {
    worked = true;
    opened();
  };
  socket.onmessage = ({ data }) => {
    if (data !== '') heard(String(data));
  };
  const closed = new Promise<boolean>((resolve) => {
    socket.onclose = () => resolve(worked);
  });
  return { socket, closed };
}
