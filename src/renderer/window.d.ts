import type { QuaereBridge } from '../contract/bridge';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly quaere: QuaereBridge;
  }
}
