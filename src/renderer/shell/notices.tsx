import { Notification } from '@mantine/core';
import type { Advice } from '../../wording/advice';
import type { Language } from '../../wording/language';
import { failureText, wording } from '../../wording/wording';
import { useLanguage, useWording } from '../settings/use-wording';
import { type Notice, useNotices } from './notice-store';
import classes from './notices.module.css';

export function Notices() {
  const { notices, dismiss } = useNotices();
  const language = useLanguage();
  const words = useWording();
  return (
    <div className={classes.notices} role="status" aria-live="polite">
      {notices.map((notice) => {
        const { title, whatToDo } = noticeText(notice, language);
        return (
          <Notification
            key={notice.id}
            title={title}
            color={notice.kind === 'failure' ? 'var(--bad)' : 'var(--warn)'}
            withBorder
            closeButtonProps={{ 'aria-label': words.common.dismiss }}
            onClose={() => dismiss(notice.id)}
            data-testid={`notice-${notice.kind}`}
          >
            {whatToDo}
          </Notification>
        );
      })}
    </div>
  );
}

function noticeText(notice: Notice, language: Language): Advice {
  const { shell } = wording(language);
  switch (notice.kind) {
    case 'failure':
      return failureText(notice.failure, language);
    case 'engine-restarted':
      return { title: shell.engineRestarted, whatToDo: '' };
    case 'recovered':
      return { title: shell.recovered[notice.what], whatToDo: '' };
    case 'drop-nothing':
      return { title: shell.dropNothing, whatToDo: '' };
  }
}
