import type { Segment } from './segments';

/** Text with its marks. What comes from documents is only ever put into text nodes. */
export function Highlighted(props: { readonly segments: readonly Segment[] }) {
  let at = 0;
  return props.segments.map((segment) => {
    const key = at;
    at += segment.text.length;
    return <Run key={key} segment={segment} />;
  });
}

function Run({ segment }: { readonly segment: Segment }) {
  const text = segment.strong ? <strong>{segment.text}</strong> : segment.text;
  return segment.marked ? <mark>{text}</mark> : text;
}
