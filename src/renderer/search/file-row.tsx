import { Tooltip } from '@mantine/core';
import type { DocumentSummary } from '../../contract/search';
import { dateText } from '../../wording/format';
import { useLanguage, useWording } from '../settings/use-wording';
import classes from './result-list.module.css';

const shortFormats: Readonly<Record<string, string>> = { markdown: 'MD', text: 'TXT' };

export function FileRow(props: { readonly document: DocumentSummary }) {
  const words = useWording();
  const language = useLanguage();
  const { document } = props;
  const [file, ...copies] = document.files;
  return (
    <div className={classes.file} data-testid="result-file">
      <span className={classes.format}>{shortFormats[document.format] ?? document.format.toUpperCase()}</span>
      <h2 title={document.title}>{document.title}</h2>
      <span className={classes.path} title={file?.file}>
        <bdi>{file?.path}</bdi>
      </span>
      {copies.length > 0 && (
        <Tooltip
          multiline
          label={
            <>
              {words.search.copies}
              {copies.slice(0, 10).map((copy) => (
                <div key={copy.file}>{copy.path}</div>
              ))}
            </>
          }
        >
          <span className={classes.tag}>{words.search.sameContent(document.files.length)}</span>
        </Tooltip>
      )}
      {file && <span className={classes.date}>{dateText(file.modified, language)}</span>}
    </div>
  );
}
