import { app, type Session } from 'electron';
import { RENDERER_ORIGIN } from './renderer-files';

/** Chromium's own reasons to open a connection. None of them has a use here. */
const NETWORK_FEATURES = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'DnsOverHttps',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'WebRtcHideLocalIpsWithMdns',
];

/** Must run before Electron is ready. */
export function keepChromiumOffline(): void {
  const switches = app.commandLine;
  switches.appendSwitch('disable-features', NETWORK_FEATURES.join(','));
  for (const name of [
    'disable-background-networking',
    'disable-breakpad',
    'disable-client-side-phishing-detection',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
    // Without it Chromium looks for a proxy by name (WPAD) at start.
    'no-proxy-server',
  ]) {
    switches.appendSwitch(name);
  }
  // Whatever is left finds no name, and no address either.
  switches.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  switches.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
}

/** The page gets its own files and nothing else: no address, no permission, no download. */
export function lockDown(session: Session): void {
  const allowed = app.isPackaged ? [RENDERER_ORIGIN] : [RENDERER_ORIGIN, 'devtools://devtools'];
  session.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !allowed.some((origin) => request.url.startsWith(`${origin}/`)) });
  });
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  // Disabling alone still fetches the dictionary of the system's language.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}
