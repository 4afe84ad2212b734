import stringWidth from 'string-width';

/** Lines of columns that stand under each other: the first one to the left, the others, which are figures, to the right. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, column) => Math.max(widest[column] ?? 0, stringWidth(cell))),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const padding = ' '.repeat((widths[column] ?? 0) - stringWidth(cell));
        return column === 0 ? cell + padding : padding + cell;
      })
      .join('  '),
  );
}
