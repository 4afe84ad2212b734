import { Modal, SegmentedControl, Switch } from '@mantine/core';
import { useId } from 'react';
import classes from './settings-dialog.module.css';
import { useSettings } from './settings-store';
import { useWording } from './use-wording';

export function SettingsDialog() {
  const words = useWording();
  const { settings, change, dialogOpen, showDialog, version } = useSettings();
  const languageId = useId();
  const themeId = useId();
  return (
    <Modal
      opened={dialogOpen}
      onClose={() => showDialog(false)}
      title={words.settings.title}
      closeButtonProps={{ 'aria-label': words.common.close }}
      centered
      size={520}
    >
      <div className={classes.row}>
        <span id={languageId}>{words.settings.language}</span>
        <SegmentedControl
          aria-labelledby={languageId}
          value={settings.language}
          onChange={(language) => void change({ language })}
          data={[
            { value: 'system', label: words.settings.languageSystem },
            { value: 'zh', label: words.settings.languageZh },
            { value: 'en', label: words.settings.languageEn },
          ]}
        />
      </div>
      <div className={classes.row}>
        <span id={themeId}>{words.settings.theme}</span>
        <SegmentedControl
          aria-labelledby={themeId}
          value={settings.theme}
          onChange={(theme) => void change({ theme })}
          data={[
            { value: 'system', label: words.settings.themeSystem },
            { value: 'light', label: words.settings.themeLight },
            { value: 'dark', label: words.settings.themeDark },
          ]}
        />
      </div>
      <div className={classes.row}>
        <Switch
          labelPosition="left"
          classNames={{ root: classes.switch ?? '', body: classes.switchBody ?? '' }}
          label={words.settings.threshold}
          description={words.settings.thresholdText}
          checked={settings.threshold}
          onChange={(event) => void change({ threshold: event.currentTarget.checked })}
        />
      </div>
      <p className={classes.about}>
        {words.settings.privacy}
        <br />
        {version && words.settings.version(version)}
      </p>
    </Modal>
  );
}
