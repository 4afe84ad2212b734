import { MantineProvider } from '@mantine/core';
import { useEffect } from 'react';
import { useSettings } from '../settings/settings-store';
import { useLanguage } from '../settings/use-wording';
import { Layout } from './layout';
import { cssVariables, theme } from './theme';

export function App() {
  const chosen = useSettings((state) => state.settings.theme);
  const language = useLanguage();

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  }, [language]);

  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      {...(chosen === 'system' ? {} : { forceColorScheme: chosen })}
    >
      <Layout />
    </MantineProvider>
  );
}
