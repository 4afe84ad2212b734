import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { QuaereBridge } from '../contract/bridge';
import { toFailure } from '../contract/errors';
import { CONNECT_CHANNEL, ENGINE_CHANNEL, engineNoticeSchema } from '../contract/notice';
import { webPort } from '../contract/port';
import { createEngineConnection } from './engine-connection';

const engine = createEngineConnection();

ipcRenderer.on(ENGINE_CHANNEL, (event, data: unknown) => {
  const { state } = engineNoticeSchema.parse(data);
  const [port] = event.ports;
  engine.notice(state, port && webPort(port));
});
ipcRenderer.send(CONNECT_CHANNEL);

const bridge: QuaereBridge = {
  call: engine.call,
  cancel: engine.cancel,
  onEvent: engine.onEvent,
  onEngineState: engine.onEngineState,
  desktop: async (name, params) => {
    try {
      return await ipcRenderer.invoke(name, params);
    } catch (error) {
      return { ok: false, failure: toFailure(error) };
    }
  },
  pathsOfDrop: (files) => files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== ''),
};

contextBridge.exposeInMainWorld('quaere', bridge);
