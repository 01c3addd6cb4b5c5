import {
  Button, createTheme, type CSSVariablesResolver, defaultVariantColorsResolver, type MantineColorsTuple, type VariantColorsResolver,
} from '@mantine/core';
import button from './button.module.css';

/** Shades of the one accent; what is drawn on the screen comes from tokens.css, by scheme. */
const teal: MantineColorsTuple = [
  '#eaf3f2', '#d3e5e4', '#a6cccb', '#7cc7c3', '#57aaa8', '#338c8b', '#1c7476', '#14686a', '#0e5a5c', '#0a484a',
];

/** What can be done is teal, what destroys is red; both from the tokens, so that each scheme keeps its contrast. */
const variantColors: VariantColorsResolver = (input) => {
  const tone = input.color === 'red' ? 'red' : 'accent';
  const plain = { background: 'transparent', color: `var(--${tone})`, hover: `var(--${tone}-wash)` };
  switch (input.variant) {
    case 'filled':
      return { background: `var(--${tone})`, hover: `var(--${tone}-strong)`, color: `var(--on-${tone})`, border: '1px solid transparent' };
    case 'outline':
      return { ...plain, border: `1px solid var(--${tone})` };
    case 'subtle':
      return { ...plain, border: '1px solid transparent' };
    default:
      return defaultVariantColorsResolver(input);
  }
};

export const theme = createTheme({
  variantColorResolver: variantColors,
  colors: { teal },
  primaryColor: 'teal',
  primaryShade: { light: 8, dark: 3 },
  fontFamily: 'var(--sans)',
  headings: { fontFamily: 'var(--serif)', fontWeight: '600' },
  defaultRadius: 6,
  radius: { sm: '6px', md: '6px' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: Button.extend({ defaultProps: { size: 'md' }, classNames: button }),
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'description', 'error', 'input'], size: 'md' } },
    Input: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
  },
});

const shared = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-soft)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--red)',
  '--mantine-color-default': 'var(--sheet)',
  '--mantine-color-default-hover': 'var(--accent-wash)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-teal-filled': 'var(--accent)',
  '--mantine-color-teal-filled-hover': 'var(--accent-strong)',
  '--mantine-color-teal-text': 'var(--accent)',
  '--mantine-color-teal-outline': 'var(--accent)',
  '--mantine-color-teal-light': 'var(--accent-wash)',
  '--mantine-color-teal-light-hover': 'var(--accent-wash)',
  '--mantine-color-teal-light-color': 'var(--accent)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-color-red-filled': 'var(--red)',
  '--mantine-color-red-filled-hover': 'var(--red-strong)',
  '--mantine-color-red-text': 'var(--red)',
};

/** Lets the library paint with the tokens, in both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
