import { chinese, letters, roman } from '../ordinals';
import { childOf, elementsOf, numberOf, settingOf, type XmlElement } from './xml';

interface Level {
  readonly start: number;
  readonly format: string;
  /** E.g. `第%1条` or `%1.%2`. */
  readonly pattern: string;
  readonly legal: boolean;
  readonly neverRestarts: boolean;
}

interface Instance {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels at which this instance starts anew, with the first number. */
  readonly restarts: ReadonlyMap<number, number>;
}

/**
 * The numbers that Word draws in front of paragraphs and does not store: "第三条", "4.2", "(a)". Contracts are cited by them, so they
 * are counted here as Word counts: per list definition, deeper levels starting anew after a shallower one (ECMA-376, 17.9).
 */
export class Numbering {
  readonly #instances: ReadonlyMap<string, Instance>;
  readonly #counters = new Map<string, Map<number, number>>();
  readonly #started = new Set<string>();

  constructor(root: XmlElement | null) {
    this.#instances = root === null ? new Map() : readInstances(root);
  }

  /** The text that stands in front of the next paragraph of the list; empty for bullets and for levels without a number. */
  next(id: string, level: number): string {
    const instance = this.#instances.get(id);
    const own = instance?.levels.get(level);
    if (instance === undefined || own === undefined) return '';
    const counters = this.#counters.get(instance.abstract) ?? new Map<number, number>();
    this.#counters.set(instance.abstract, counters);
    const restart = instance.restarts.get(level);
    const key = `${id}:${level}`;
    const begins = restart !== undefined && !this.#started.has(key);
    this.#started.add(key);
    counters.set(level, begins ? restart : (counters.get(level) ?? own.start - 1) + 1);
    for (const deeper of counters.keys()) {
      if (deeper > level && instance.levels.get(deeper)?.neverRestarts !== true) counters.delete(deeper);
    }
    if (own.format === 'bullet' || own.format === 'none') return '';
    return own.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const part = instance.levels.get(Number(digit) - 1);
      const value = counters.get(Number(digit) - 1) ?? part?.start ?? 1;
      return format(value, own.legal ? 'decimal' : (part?.format ?? 'decimal'));
    });
  }
}

function readInstances(root: XmlElement): Map<string, Instance> {
  const abstracts = new Map<string, XmlElement>();
  const byStyle = new Map<string, string>();
  const instances = new Map<string, Instance>();
  const numbering = childOf(root, 'w:numbering');
  if (numbering === null) return instances;
  for (const element of elementsOf(numbering)) {
    const id = element.attributes.get('w:abstractNumId');
    if (element.name !== 'w:abstractNum' || id === undefined) continue;
    abstracts.set(id, element);
    const style = settingOf(element, 'w:styleLink');
    if (style !== null) byStyle.set(style, id);
  }
  for (const element of elementsOf(numbering)) {
    const id = element.attributes.get('w:numId');
    const abstract = settingOf(element, 'w:abstractNumId');
    if (element.name !== 'w:num' || id === undefined || abstract === null) continue;
    // A definition may only point to the one that belongs to a list style.
    const linked = byStyle.get(settingOf(abstracts.get(abstract) ?? null, 'w:numStyleLink') ?? '') ?? abstract;
    instances.set(id, readInstance(element, linked, abstracts.get(linked) ?? null));
  }
  return instances;
}

function readInstance(element: XmlElement, abstract: string, definition: XmlElement | null): Instance {
  const levels = new Map<number, Level>();
  const restarts = new Map<number, number>();
  const read = (level: XmlElement) => {
    const index = Number(level.attributes.get('w:ilvl') ?? 0);
    levels.set(index, readLevel(level));
  };
  for (const child of definition === null ? [] : elementsOf(definition)) if (child.name === 'w:lvl') read(child);
  for (const override of elementsOf(element)) {
    if (override.name !== 'w:lvlOverride') continue;
    const start = numberOf(override, 'w:startOverride');
    if (start !== null) restarts.set(Number(override.attributes.get('w:ilvl') ?? 0), start);
    const level = childOf(override, 'w:lvl');
    if (level !== null) read(level);
  }
  return { abstract, levels, restarts };
}

function readLevel(element: XmlElement): Level {
  const legal = childOf(element, 'w:isLgl');
  return {
    start: numberOf(element, 'w:start') ?? 0,
    format: settingOf(element, 'w:numFmt') ?? 'decimal',
    pattern: settingOf(element, 'w:lvlText') ?? '',
    legal: legal !== null && !/^(?:0|false|off)$/.test(legal.attributes.get('w:val') ?? ''),
    neverRestarts: numberOf(element, 'w:lvlRestart') === 0,
  };
}

const FORMAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const FORMAL_UNITS: Readonly<Record<string, string>> = { 十: '拾', 百: '佰', 千: '仟' };

function format(value: number, name: string): string {
  if (value < 1) return String(value);
  switch (name) {
    case 'lowerLetter':
      return wordLetters(value);
    case 'upperLetter':
      return wordLetters(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value <= 20 ? String.fromCharCode(0x245f + value) : String(value);
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'ideographDigital':
    case 'ideographLegalTraditional':
      return chinese(value);
    case 'chineseLegalSimplified':
      return formal(value);
    default:
      return String(value);
  }
}

/** Word goes on after z with aa, bb, cc. */
function wordLetters(value: number): string {
  return letters(((value - 1) % 26) + 1).repeat(Math.floor((value - 1) / 26) + 1);
}

function formal(value: number): string {
  const text = value >= 10 && value < 20 ? `一${chinese(value)}` : chinese(value);
  return [...text]
    .map((sign) => FORMAL_UNITS[sign] ?? FORMAL_DIGITS.charAt('零一二三四五六七八九'.indexOf(sign)))
    .join('');
}
