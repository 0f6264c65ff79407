/** What the preload script of the desktop window exposes: text frames in, text frames out. */
export interface Pipe {
  send(text: string): void;
  onMessage(listener: (text: string) => void): void;
  onClose(listener: () => void): void;
  readonly host?: unknown;
}

declare global {
  interface Window {
    readonly seedloom?: Pipe;
  }
}

/** The desktop window's pipe, or undefined in a browser. */
export const desktopPipe = (): Pipe | undefined => window.seedloom;
