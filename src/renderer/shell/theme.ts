import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type VariantColorsResolver,
} from '@mantine/core';

/** What is filled with the accent takes both of its colours from the tokens, which know the theme. */
const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  if (input.variant !== 'filled' || (input.color && input.color !== 'blue')) return colors;
  return {
    ...colors,
    background: 'var(--accent)',
    hover: 'color-mix(in srgb, var(--accent) 88%, var(--ink))',
    color: 'var(--on-accent)',
  };
};

/** Mantine in the colours and sizes of tokens.css. */
export const theme = createTheme({
  fontFamily: 'var(--sans)',
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: { fontFamily: 'var(--sans)', fontWeight: '600' },
  primaryColor: 'blue',
  primaryShade: { light: 7, dark: 3 },
  variantColorResolver: variantColors,
  defaultRadius: 6,
  respectReducedMotion: true,
  cursorType: 'default',
  components: {
    Button: { styles: { label: { fontWeight: 500 } } },
    Modal: {
      defaultProps: { radius: 10, padding: 20, overlayProps: { backgroundOpacity: 0.4 } },
      styles: { title: { fontSize: 16, fontWeight: 600 } },
    },
    Tooltip: { defaultProps: { withArrow: true, fz: 12 } },
  },
  colors: {
    blue: [
      '#eef4f9',
      '#dbe7f1',
      '#b5cee3',
      '#8ab8de',
      '#6398c6',
      '#417fb1',
      '#2d689a',
      '#1f4f7a',
      '#1a4368',
      '#133350',
    ],
    red: ['#fbeceb', '#f6d5d3', '#f0aaa6', '#f0938d', '#d9605a', '#c24a45', '#b13a36', '#a12a2a', '#852222', '#6a1a1a'],
    gray: [
      '#fafaf8',
      '#f6f6f4',
      '#efeeeb',
      '#e4e3df',
      '#d5d4cf',
      '#b8b6b0',
      '#73716b',
      '#5c5b57',
      '#3a3936',
      '#1d1d1b',
    ],
    dark: [
      '#ecebe6',
      '#cfcdc6',
      '#b0aea7',
      '#8f8d86',
      '#3f3e3a',
      '#31302d',
      '#262624',
      '#1e1e1c',
      '#161615',
      '#0f0f0e',
    ],
  },
});

const variables = {
  '--mantine-color-body': 'var(--panel)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink2)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-placeholder': 'var(--ink3)',
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: variables, dark: variables });
