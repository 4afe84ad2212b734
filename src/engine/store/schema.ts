import { Field, FixedSizeList, Float32, Float64, Int32, Schema, Utf8 } from 'apache-arrow';

/** A change of any table's columns, or of what stands in them, asks for a new number: the matter is then read anew. */
export const SCHEMA_VERSION = 2;

const int = (name: string, nullable = false) => new Field(name, new Int32(), nullable);
const float = (name: string) => new Field(name, new Float64(), false);
const utf8 = (name: string, nullable = false) => new Field(name, new Utf8(), nullable);

/** The ledger: one row for every discovered file. */
export const filesSchema = new Schema([
  int('id'),
  utf8('source'),
  utf8('file'),
  utf8('path'),
  float('size'),
  float('modified'),
  utf8('sha256', true),
  utf8('state'),
  utf8('reason', true),
  utf8('detail', true),
  int('document', true),
]);

/** One row for every content. `pages` and `headings` are JSON. */
export const documentsSchema = new Schema([
  int('id'),
  utf8('sha256'),
  utf8('title'),
  utf8('format'),
  utf8('text'),
  int('length'),
  utf8('pages'),
  utf8('headings'),
]);

/** `words` is what the full-text index reads: the words of title, headings and text, separated by spaces. */
export const chunksSchema = new Schema([
  int('id'),
  int('document'),
  int('start'),
  int('end'),
  int('code_point'),
  int('page', true),
  utf8('layer'),
  utf8('heading'),
  utf8('text'),
  utf8('words'),
]);

/** One table of these for every fingerprint. `vector` has unit length. */
export function vectorsSchema(dimensions: number): Schema {
  return new Schema([
    int('chunk'),
    int('document'),
    new Field('vector', new FixedSizeList(dimensions, new Field('item', new Float32(), true)), false),
  ]);
}
