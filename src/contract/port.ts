/** One end of a message channel, the same for the three kinds of ports that frames cross. */
export interface FramePort {
  send(frame: unknown): void;
  /** Starts the delivery; what arrived before is delivered then. */
  onFrame(listener: (data: unknown) => void): void;
  /** The other end is gone: closed, or its process died. */
  onClose(listener: () => void): void;
  close(): void;
}

/** What a browser's `MessagePort` and Node's have in common. */
interface WebPort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message' | 'close', listener: (event: object) => void): void;
  start(): void;
  close(): void;
}

export function webPort(port: WebPort): FramePort {
  return {
    send: (frame) => port.postMessage(frame),
    onFrame: (listener) => {
      port.addEventListener('message', (event) => listener('data' in event ? event.data : undefined));
      port.start();
    },
    onClose: (listener) => port.addEventListener('close', () => listener()),
    close: () => port.close(),
  };
}

/** Electron's `MessagePortMain`, which main and the engine's process have. */
interface EmitterPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
}

export function emitterPort(port: EmitterPort): FramePort {
  return {
    send: (frame) => port.postMessage(frame),
    onFrame: (listener) => {
      port.on('message', (event) => listener(event.data));
      port.start();
    },
    onClose: (listener) => port.on('close', listener),
    close: () => port.close(),
  };
}
